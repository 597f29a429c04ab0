package org.onevisit.housing.verifier;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.verifier.Covered.Listed;
import org.onevisit.housing.verifier.LedgerRows.Cursor;
import org.onevisit.housing.verifier.LedgerRows.Place;

/** Walks the entries by position beside the checkpoints: what they cover is there, and nothing else is among it. */
final class CoverageCheck {
    private static final int LISTED = 10_000;
    private final Findings findings;
    private final Cursor<Place> places;
    private final LongConsumer progress;
    private final Map<String, Long> uncovered = new TreeMap<>();
    private long coveredCount;
    private long uncoveredCount;
    private @Nullable Place place;

    CoverageCheck(Cursor<Place> places, Findings findings, LongConsumer progress) {
        this.places = places;
        this.findings = findings;
        this.progress = progress;
    }

    void walk(CheckpointCheck checkpoints) {
        place = places.next();
        boolean first = true;
        for (Covered covered = checkpoints.next(); covered != null; covered = checkpoints.next()) {
            before(covered, first);
            inside(covered);
            first = false;
        }
        while (place != null) {
            uncovered(place);
            advance();
        }
    }

    /** What stands before the range: of a checkpoint that is missing or damaged, or before everything. */
    private void before(Covered covered, boolean first) {
        for (Place here = place; here != null && here.position() <= covered.after(); here = advance()) {
            if (first && here.position() <= 0) {
                added(here, covered);
            } else {
                uncovered(here);
            }
        }
    }

    private void inside(Covered covered) {
        Map<Long, Listed> left = new HashMap<>(covered.places());
        for (Place here = place; here != null && here.position() <= covered.upto(); here = advance()) {
            Listed listed = left.remove(here.position());
            if (listed == null) {
                added(here, covered);
            } else if (listed.is(here)) {
                coveredCount++;
            } else {
                findings.add(Finding.entry(listed.number(), listed.sequence(), other(listed, here, covered)));
                intruder(listed, here, covered);
            }
        }
        new TreeMap<>(left)
                .forEach((position, listed) -> findings.add(Finding.entry(
                        listed.number(),
                        listed.sequence(),
                        "was removed: checkpoint " + covered.sequence() + " covers it at position " + position)));
    }

    /** Who stands at another's place was added or moved: that is told of him too. */
    private void intruder(Listed listed, Place here, Covered covered) {
        if (!listed.number().equals(here.number()) || listed.sequence() != here.sequence()) {
            findings.add(Finding.entry(
                    here.number(),
                    here.sequence(),
                    "was added or moved: it stands at position " + here.position() + ", where checkpoint "
                            + covered.sequence() + " covers " + listed.number() + "/" + listed.sequence()));
        }
    }

    private static String other(Listed listed, Place here, Covered covered) {
        String place = " at position " + here.position() + ", which checkpoint " + covered.sequence() + " covers";
        return listed.number().equals(here.number()) && listed.sequence() == here.sequence()
                ? "this entry or one before it was changed: the hash is another than the one" + place
                : "was exchanged: " + here.number() + "/" + here.sequence() + " stands" + place;
    }

    private void added(Place here, Covered covered) {
        findings.add(Finding.entry(
                here.number(),
                here.sequence(),
                "was added or moved: checkpoint " + covered.sequence() + " knows nothing at position "
                        + here.position()));
    }

    private void uncovered(Place here) {
        uncoveredCount++;
        if (uncovered.size() < LISTED || uncovered.containsKey(here.number())) {
            uncovered.merge(here.number(), 1L, Long::sum);
        }
    }

    private @Nullable Place advance() {
        progress.accept(1);
        place = places.next();
        return place;
    }

    long coveredCount() {
        return coveredCount;
    }

    long uncoveredCount() {
        return uncoveredCount;
    }

    /** By application. */
    Map<String, Long> uncovered() {
        return uncovered;
    }
}

package org.onevisit.housing.core.engine;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.core.rules.EditionChange.Clause;
import org.onevisit.housing.core.state.Days;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.engine.MaintenanceService.Since;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.policy.EditionId;

/**
 * By which clause an application goes on when an edition follows on the one that judges it. An edition is followed by those with a later
 * first day, or the same day and no lower version; where the county went back to an earlier one, what the operator said then stands in
 * the place of the clause. For one thread.
 */
final class Succession {
    private final Core core;
    private final Edition edition;
    private final Optional<EditionId> left;
    private final Optional<Since> since;
    private final Map<String, Optional<Since>> said = new HashMap<>();
    private final Map<String, Boolean> earlier = new HashMap<>();

    private Succession(Core core, Edition edition, Optional<EditionId> left, Optional<Since> since) {
        this.core = core;
        this.edition = edition;
        this.left = left;
        this.since = since;
    }

    /** The edition follows on others, as its clauses say. */
    static Succession of(Core core, Edition edition) {
        return new Succession(core, edition, Optional.empty(), Optional.empty());
    }

    /** The county would go back to this edition from the one in force. */
    static Succession back(Core core, Edition edition, Since since) {
        return new Succession(core, edition, inForce(core), Optional.of(since));
    }

    private static Optional<EditionId> inForce(Core core) {
        return core.editions().find(core.county(), core.pack(), Days.of(core.now()));
    }

    /** Keeps what the operator says of the way back from the edition in force. */
    static void goBack(Core core, EditionId to, Since since) {
        inForce(core).filter(from -> !from.sha256().equals(to.sha256())).ifPresent(from -> core.store()
                .position(mark(from.sha256(), to.sha256()), since.ordinal() + 1L));
    }

    /** No follower can have this name: theirs are given by hosts. */
    private static String mark(String from, String to) {
        return "core/back/" + from.substring(0, 20) + "/" + to.substring(0, 20);
    }

    Edition edition() {
        return edition;
    }

    /** Is it the edition that the county would go back from? */
    boolean leaves(EditionId judging) {
        return left.filter(id -> id.sha256().equals(judging.sha256())).isPresent();
    }

    /** The clause for an application, by the edition that judges it and the day of its receipt. */
    Clause clause(State state) {
        EditionId judging = state.identity().edition();
        Optional<Since> way = leaves(judging) ? since : said(judging.sha256());
        if (way.isPresent()) {
            return way.get() == Since.REJUDGE ? Clause.BACK : Clause.PIN;
        }
        if (!follows(judging)) {
            return Clause.PIN;
        }
        LocalDate received = Days.of(state.timeline().receivedAt());
        Edition.Transition transition =
                received.isBefore(edition.effectiveFrom()) ? edition.transition() : edition.receivedBetween();
        return Clause.valueOf(transition.name());
    }

    /** Does all that this edition judges, named by its hash, stay with it? Then nobody has to look at any of it. */
    boolean pins(String judging) {
        boolean pinned =
                edition.transition() == Edition.Transition.PIN && edition.receivedBetween() == Edition.Transition.PIN;
        return said(judging).map(way -> way == Since.PIN).orElse(pinned);
    }

    private Optional<Since> said(String judging) {
        return said.computeIfAbsent(judging, sha -> {
            long kept = core.store().position(mark(sha, edition.id().sha256()));
            return kept == 0 ? Optional.empty() : Optional.of(Since.values()[(int) kept - 1]);
        });
    }

    private boolean follows(EditionId judging) {
        return earlier.computeIfAbsent(judging.sha256(), sha -> {
            LocalDate day = core.editions().ask(judging, Edition::effectiveFrom);
            int order = day.compareTo(edition.effectiveFrom());
            boolean sameDay =
                    order == 0 && judging.version().compareTo(edition.id().version()) <= 0;
            return judging.pack().equals(edition.id().pack()) && (order < 0 || sameDay);
        });
    }
}

package org.onevisit.housing.verifier;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.onevisit.housing.verifier.LedgerRows.Cursor;
import org.onevisit.housing.verifier.LedgerRows.Entry;

/** Walks the entries application by application: each follows on the one before and has the hash that the rule gives. */
final class ChainCheck {
    private static final byte[] BEGINNING = new byte[ChainRule.BYTES];
    private final Findings findings;
    private long applications;
    private String number = "";
    private long expected = 1;
    private byte[] head = BEGINNING;
    private long position = Long.MIN_VALUE;

    ChainCheck(Findings findings) {
        this.findings = findings;
    }

    /** Walks to the end; how many applications there are. */
    long walk(Cursor<Entry> entries, LongConsumer progress) {
        for (Entry entry = entries.next(); entry != null; entry = entries.next()) {
            if (applications == 0 || !entry.number().equals(number)) {
                begin(entry.number());
            }
            check(entry);
            progress.accept(1);
        }
        return applications;
    }

    private void begin(String application) {
        applications++;
        number = application;
        expected = 1;
        head = BEGINNING;
        position = Long.MIN_VALUE;
    }

    private void check(Entry entry) {
        if (entry.sequence() != expected) {
            found(entry, gap(entry));
        } else if (!Arrays.equals(entry.previous(), head)) {
            found(entry, "\"previous\" is not the hash of the entry before");
        }
        wrong(entry).ifPresent(what -> found(entry, what));
        if (entry.position() <= position) {
            found(entry, "stands at a position before the entry that it follows on");
        }
        expected = entry.sequence() + 1;
        head = entry.hash();
        position = entry.position();
    }

    private String gap(Entry entry) {
        return entry.sequence() < expected
                ? "stands twice, or its sequence is none that can be"
                : "follows on " + (expected - 1) + ": the entries from " + expected + " to " + (entry.sequence() - 1)
                        + " are missing";
    }

    private static Optional<String> wrong(Entry entry) {
        Optional<Header> header = Header.of(entry.header());
        if (header.isEmpty()) {
            return Optional.of("the header is no JSON of a version that this verifier knows");
        }
        Optional<ChainRule> rule = header.get().rule();
        if (rule.isEmpty()) {
            return Optional.of("the header names a chain that there is not");
        }
        byte[] hash = rule.get()
                .hash(entry.previous(), entry.number() + "/" + entry.sequence(), entry.header(), entry.sealed());
        return Arrays.equals(hash, entry.hash())
                ? Optional.empty()
                : Optional.of("number, sequence, header, sealed part, \"previous\" or hash was changed: the rule gives"
                        + " another hash");
    }

    private void found(Entry entry, String what) {
        findings.add(Finding.entry(entry.number(), entry.sequence(), what));
    }
}

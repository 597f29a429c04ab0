package org.onevisit.housing.host.demo.report;

import com.google.common.base.Splitter;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.view.JournalEntry;

/**
 * One number for all that happened: SHA-256 over the clear headers, ordered by application and sequence. Left out is what differs
 * between two equal runs: keys, the hashes of the chain, which stand on them, and versions of plugins.
 */
public final class JournalHash {
    private static final int ENTRIES = 5000;
    private static final Comparator<JournalEntry> ORDER = Comparator.<JournalEntry, String>comparing(
                    entry -> entry.number().value())
            .thenComparingLong(JournalEntry::sequence);

    private JournalHash() {}

    /** The hash of everything that an engine has journalled. */
    public static String of(HousingEngine engine) {
        List<JournalEntry> all = new ArrayList<>();
        List<JournalEntry> some = engine.eventsAfter(0, ENTRIES);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = engine.eventsAfter(all.get(all.size() - 1).position(), ENTRIES);
        }
        return of(all);
    }

    /** The hash of these entries, in whatever order they come. */
    public static String of(List<JournalEntry> entries) {
        Hasher hasher = Hashing.sha256().newHasher();
        entries.stream()
                .sorted(ORDER)
                .map(JournalHash::line)
                .forEach(line -> hasher.putString(line, StandardCharsets.UTF_8));
        return hasher.hash().toString();
    }

    private static String line(JournalEntry entry) {
        return String.join(
                "\t",
                entry.number().value(),
                Long.toString(entry.sequence()),
                entry.type(),
                entry.at().toString(),
                entry.step(),
                entry.actor(),
                Splitter.on('@').split(entry.stamp()).iterator().next(),
                String.join(",", entry.facts()),
                String.join(",", entry.outcomes()) + "\n");
    }
}

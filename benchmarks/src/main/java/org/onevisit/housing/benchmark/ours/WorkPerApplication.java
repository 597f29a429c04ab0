package org.onevisit.housing.benchmark.ours;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.onevisit.housing.benchmark.ours.OurStore.Part;
import org.onevisit.housing.benchmark.store.Tally;
import org.onevisit.housing.benchmark.work.Clients;
import org.onevisit.housing.benchmark.work.Contender.Standing;
import org.onevisit.housing.benchmark.work.StepTimes;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.view.JournalEntry;

/** Counts what our engine does for one application, in the embedded store: statements, reads, stale units, bytes. */
public final class WorkPerApplication {
    private static final int FIRST = 5;
    private final int applications;

    /** On the average of so many. */
    public WorkPerApplication(int applications) {
        this.applications = applications;
    }

    /**
     * What was counted, for one application.
     *
     * @param statements that read or wrote
     * @param submission reads while it was submitted, by text
     * @param later reads from its acceptance until it was finished, by text
     * @param commits of transactions
     * @param stale units that somebody else was quicker with
     * @param events of all applications, by type
     * @param parts what the tables hold, of all applications
     * @param applications that the tables hold
     */
    public record Count(
            double statements,
            Map<String, Double> submission,
            Map<String, Double> later,
            double commits,
            double stale,
            Map<String, Long> events,
            List<Part> parts,
            int applications) {
        /** Bytes of the rows of events and states of one application, in every column. */
        public double rowBytes() {
            return bytes("event") + bytes("application");
        }

        /** Bytes of the rows of a table, for one application. */
        public double bytes(String table) {
            return parts.stream()
                            .filter(part -> part.table().equals(table))
                            .mapToDouble(Part::bytes)
                            .sum()
                    / applications;
        }
    }

    /** Counts, one application after another, in an empty folder. */
    public Count count(Path folder) {
        OurSqlite store = new OurSqlite(folder);
        StaleCount stale = new StaleCount(store.store());
        try (Ours ours = new Ours(folder, stale.store(), store.tally(), Clock.systemUTC());
                Clients clients = new Clients(1)) {
            round(ours, clients, 0, FIRST, new Reads(store.tally()), new Reads(store.tally()));
            Tally.Count before = store.tally().count();
            Reads submission = new Reads(store.tally());
            Reads later = new Reads(store.tally());
            List<String> names = round(ours, clients, FIRST, applications, submission, later);
            Tally.Count count = store.tally().count().since(before);
            names.forEach(name -> require(ours, name));
            return new Count(
                    (double) count.statements() / applications,
                    submission.each(applications),
                    later.each(applications),
                    (double) count.commits() / applications,
                    (double) stale.count() / applications,
                    events(ours.engine()),
                    store.parts(),
                    FIRST + applications);
        }
    }

    private static Map<String, Long> events(HousingEngine engine) {
        return engine.eventsAfter(0, Integer.MAX_VALUE).stream()
                .collect(Collectors.groupingBy(JournalEntry::type, TreeMap::new, Collectors.counting()));
    }

    private static List<String> round(Ours ours, Clients clients, int from, int count, Reads submission, Reads later) {
        List<String> names = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            int index = i;
            ApplicationNumber number = submission.during(() -> ours.received(index));
            names.add(later.during(() -> {
                ours.fromReceived(number);
                return number.value();
            }));
        }
        ours.finish(names, clients, new StepTimes());
        return names;
    }

    /** Statements that read, by text, while something was done. */
    private static final class Reads {
        private final Tally tally;
        private final Map<String, Long> seen = new TreeMap<>();

        Reads(Tally tally) {
            this.tally = tally;
        }

        <T> T during(Supplier<T> work) {
            Map<String, Long> before = tally.texts();
            T result = work.get();
            tally.texts().forEach((sql, times) -> {
                long more = times - before.getOrDefault(sql, 0L);
                if (more > 0 && sql.startsWith("SELECT")) {
                    seen.merge(sql, more, Long::sum);
                }
            });
            return result;
        }

        Map<String, Double> each(int applications) {
            Map<String, Double> each = new TreeMap<>();
            seen.forEach((sql, times) -> each.put(sql, (double) times / applications));
            return each;
        }
    }

    private static void require(Ours ours, String name) {
        if (ours.standing(name) != Standing.FINISHED) {
            throw new IllegalStateException(name + " is not finished");
        }
    }
}

package org.onevisit.housing.store.sqlite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.Outcome;
import org.onevisit.housing.spi.store.Unit;
import org.onevisit.housing.testkit.store.UnitDraft;

/** A process to be killed: commits groups as fast as it can and prints what was acknowledged. */
final class CommittingProcess {
    static final int THREADS = 4;
    static final int APPLICATIONS = 3;

    private CommittingProcess() {}

    public static void main(String[] arguments) {
        SqliteStore store = SqliteStore.open(Path.of(arguments[0]));
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            new Thread(() -> commitForEver(store, thread)).start();
        }
    }

    /** The applications that one thread writes. */
    static List<String> numbers(int thread) {
        return IntStream.range(0, APPLICATIONS)
                .mapToObj(i -> "k-" + thread + "-" + i)
                .toList();
    }

    /** The claim that goes with a revision. */
    static String claim(String number, long revision) {
        return number + "@" + revision;
    }

    private static void commitForEver(SqliteStore store, int thread) {
        while (true) {
            List<Unit> group = new ArrayList<>();
            for (String number : numbers(thread)) {
                long revision = store.load(ApplicationNumber.of(number))
                        .map(stored -> stored.state().revision())
                        .orElse(0L);
                group.add(UnitDraft.of(number)
                        .expecting(revision)
                        .claims(claim(number, revision + 1))
                        .key(claim(number, revision + 1), "digest")
                        .sealed("x".repeat(3000))
                        .build());
            }
            acknowledge(group, store.commit(group));
        }
    }

    private static void acknowledge(List<Unit> group, List<Outcome> outcomes) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < group.size(); i++) {
            if (!(outcomes.get(i) instanceof Outcome.Committed)) {
                throw new IllegalStateException("a unit fell out: " + outcomes.get(i));
            }
            lines.append(group.get(i).state().number())
                    .append(' ')
                    .append(group.get(i).state().revision())
                    .append(" acknowledged\n");
        }
        System.out.print(lines);
        System.out.flush();
    }
}

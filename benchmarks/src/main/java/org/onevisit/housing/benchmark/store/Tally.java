package org.onevisit.housing.benchmark.store;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is executed on connections. Safe for every thread. */
public final class Tally {
    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();
    private final Map<String, Long> texts = new ConcurrentHashMap<>();
    private final ThreadLocal<Boolean> looksOn = ThreadLocal.withInitial(() -> false);

    /** Nothing yet. */
    public Tally() {}

    /**
     * What was counted.
     *
     * @param statements that read or write, every row of a batch for itself
     * @param reads among them that only read
     * @param commits of transactions
     */
    public record Count(long statements, long reads, long commits) {
        /** What came after another count. */
        public Count since(Count before) {
            return new Count(statements - before.statements, reads - before.reads, commits - before.commits);
        }
    }

    /** What was counted until now. */
    public Count count() {
        return new Count(statements.get(), reads.get(), commits.get());
    }

    /** How often each statement was executed, by its text. */
    public Map<String, Long> texts() {
        return Map.copyOf(texts);
    }

    /** What this thread executes from now on is the benchmark looking on, and not counted. */
    public void looksOn() {
        looksOn.set(true);
    }

    void executed(String sql, int times) {
        if (looksOn.get()) {
            return;
        }
        String word = sql.stripLeading().toUpperCase(Locale.ROOT);
        if (word.startsWith("COMMIT")) {
            committed();
        } else if (!word.startsWith("BEGIN") && !word.startsWith("PRAGMA") && !word.startsWith("ROLLBACK")) {
            statements.addAndGet(times);
            if (word.startsWith("SELECT")) {
                reads.addAndGet(times);
            }
            texts.merge(sql, (long) times, Long::sum);
        }
    }

    void committed() {
        if (!looksOn.get()) {
            commits.incrementAndGet();
        }
    }
}

package org.onevisit.housing.benchmark.peer;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Does again what an engine refused because somebody else was quicker, and counts how often. Safe for every thread. */
final class Retries {
    private static final int MOST = 200;
    private final Predicate<RuntimeException> passing;
    private final AtomicInteger count = new AtomicInteger();

    /** Retries after these exceptions. */
    Retries(Predicate<RuntimeException> passing) {
        this.passing = passing;
    }

    /** Does it until it is done. */
    void until(Runnable done) {
        for (int i = 0; ; i++) {
            try {
                done.run();
                return;
            } catch (RuntimeException e) {
                if (i == MOST || !passing.test(e)) {
                    throw e;
                }
                count.incrementAndGet();
            }
        }
    }

    /** How often. */
    int count() {
        return count.get();
    }
}

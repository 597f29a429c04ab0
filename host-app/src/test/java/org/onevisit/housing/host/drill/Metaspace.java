package org.onevisit.housing.host.drill;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How much room the classes of this machine take. */
final class Metaspace {
    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Metaspace() {}

    /** Bytes that are in use when what nobody can reach has been let go: the least of a few looks. */
    static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            System.gc();
            LockSupport.parkNanos(PAUSE.toNanos());
            least = Math.min(least, pool().getUsage().getUsed());
        }
        return least;
    }

    private static MemoryPoolMXBean pool() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .findFirst()
                .orElseThrow();
    }
}

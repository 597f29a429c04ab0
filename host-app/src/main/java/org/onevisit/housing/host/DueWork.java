package org.onevisit.housing.host;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.host.framework.EngineWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the engine to do what is due, one at a time. */
final class DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);
    private static final Duration CALLS_TAKE = Duration.ofSeconds(10);
    private final EngineWatch watch;
    private final Clock clock;

    DueWork(EngineWatch watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    /** Does what is due; how many applications it touched. */
    synchronized int run() {
        return watch.engine().runDue(clock.instant());
    }

    /** The same for a timer: no engine is no error, and an error does not end the timer. */
    void tick() {
        try {
            if (watch.current().isPresent()) {
                run();
            }
        } catch (RuntimeException e) {
            LOG.error("timed work failed and is tried again: {}", e.toString(), e);
        }
    }

    /** Does what is due, waits until agencies have answered what was asked, and does what follows from it. */
    int runAndSettle() {
        int touched = run();
        long end = System.nanoTime() + CALLS_TAKE.toNanos();
        while (watch.current().map(HousingEngine::callsInFlight).orElse(0) > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
        return touched + run();
    }
}

package org.onevisit.housing.host.framework;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** Knows the engine that serves now. Safe for every thread. */
public final class EngineWatch implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
    private final ServiceTracker<HousingEngine, HousingEngine> tracker;

    /** Begins to watch. */
    public EngineWatch(BundleContext context) {
        tracker = new ServiceTracker<>(context, HousingEngine.class, null);
        tracker.open();
    }

    /** The engine, if there is one. */
    public Optional<HousingEngine> current() {
        @Nullable HousingEngine engine = tracker.getService();
        return Optional.ofNullable(engine);
    }

    /**
     * The engine.
     *
     * @throws HousingException SITE_NOT_READY while there is none
     */
    public HousingEngine engine() {
        return current()
                .orElseThrow(
                        () -> new HousingException(
                                ErrorCode.SITE_NOT_READY,
                                "there is no engine now: the host is starting, stopping, or its core is not configured; see /health/ready"));
    }

    /** What is missing before work can be judged; empty when ready. */
    public List<String> missing() {
        return current().map(HousingEngine::missing).orElse(List.of("engine: the core has not started"));
    }

    /** Waits until there is an engine that misses nothing, or patience is over; gives what is missing then. */
    public List<String> awaitReady(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        List<String> missing = missing();
        while (!missing.isEmpty()
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            missing = missing();
        }
        return missing;
    }

    @Override
    public void close() {
        tracker.close();
    }
}

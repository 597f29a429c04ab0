package org.onevisit.housing.core.call;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A call that runs: when it has to end, on a stopwatch and not on a clock that somebody may move. */
final class RunningCall {
    private final String inquiry;
    private final long endsAtNanos;
    private volatile @Nullable Future<?> future;
    private volatile boolean interrupted;

    RunningCall(String inquiry, long timeoutMillis) {
        this.inquiry = inquiry;
        this.endsAtNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    }

    String inquiry() {
        return inquiry;
    }

    void runsIn(Future<?> running) {
        future = running;
        if (interrupted) {
            running.cancel(true);
        }
    }

    boolean overTime() {
        return System.nanoTime() - endsAtNanos > 0;
    }

    boolean interrupted() {
        return interrupted;
    }

    void interrupt() {
        interrupted = true;
        Future<?> running = future;
        if (running != null) {
            running.cancel(true);
        }
    }
}

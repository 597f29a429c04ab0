package org.onevisit.housing.core.call;

import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A call that runs: when it has to end, on a stopwatch and not on a clock that somebody may move. */
final class RunningCall {
    private final String id;
    private final long startedAtNanos = System.nanoTime();
    private final long endsAtNanos;
    private volatile @Nullable Future<?> future;
    private volatile boolean interrupted;
    private volatile @Nullable String failure;

    RunningCall(String id, long timeoutMillis) {
        this.id = id;
        this.endsAtNanos = startedAtNanos + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    }

    String id() {
        return id;
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

    long elapsedNanos() {
        return System.nanoTime() - startedAtNanos;
    }

    /** It brought nothing; {@code kind} says how, without any data of the call. */
    void failed(String kind) {
        failure = kind;
    }

    /** How it failed, if it did. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
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

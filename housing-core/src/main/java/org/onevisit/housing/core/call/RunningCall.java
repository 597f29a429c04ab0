package org.onevisit.housing.core.call;

import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A call that runs: when it has to end, on a stopwatch and not on a clock that somebody may move. Whoever is first says what becomes of
 * it: its own thread, when the plugin has come back, or the watch that abandons a call which ignores the interrupt.
 */
final class RunningCall {
    private static final long AFTER_THE_INTERRUPT_NANOS = TimeUnit.SECONDS.toNanos(2);
    private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.OPEN);
    private final Runnable abandoned;
    private final String id;
    private final long startedAtNanos = System.nanoTime();
    private final long endsAtNanos;
    private volatile @Nullable Future<?> future;
    private volatile boolean interrupted;
    private volatile long interruptedAtNanos;
    private volatile @Nullable String failure;

    private enum Fate {
        OPEN,
        ENDED,
        ABANDONED
    }

    /** A call that starts now; {@code abandoned} is run, once, when it is given up while its thread is still inside. */
    RunningCall(String id, long timeoutMillis, Runnable abandoned) {
        this.id = id;
        this.abandoned = abandoned;
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

    /** The plugin has come back: is what it brought still wanted? Not when the call was abandoned; then somebody else has taken over. */
    boolean ended() {
        return fate.compareAndSet(Fate.OPEN, Fate.ENDED) || fate.get() == Fate.ENDED;
    }

    /** Was it interrupted a while ago, and has not come back? */
    boolean ignoresTheInterrupt() {
        return interrupted
                && fate.get() == Fate.OPEN
                && System.nanoTime() - interruptedAtNanos > AFTER_THE_INTERRUPT_NANOS;
    }

    /** Gives it up: whatever it brings later is not wanted. Tells whether it was still inside. */
    boolean abandon() {
        if (!fate.compareAndSet(Fate.OPEN, Fate.ABANDONED)) {
            return false;
        }
        failed("abandoned");
        abandoned.run();
        return true;
    }

    void interrupt() {
        interruptedAtNanos = System.nanoTime();
        interrupted = true;
        Future<?> running = future;
        if (running != null) {
            running.cancel(true);
        }
    }
}

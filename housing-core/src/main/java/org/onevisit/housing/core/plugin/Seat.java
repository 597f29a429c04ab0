package org.onevisit.housing.core.plugin;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One plugin that serves, and the calls inside it. A call enters and leaves; once the seat is closed nobody enters.
 *
 * @param <T> type of the plugin
 */
public final class Seat<T> {
    private static final int MANY = Integer.MAX_VALUE;
    private final T plugin;
    private final String stamp;
    private final Semaphore room = new Semaphore(MANY, false);
    private volatile boolean closed;

    /** A seat for a plugin, with its name and version. */
    public Seat(T plugin, String stamp) {
        this.plugin = plugin;
        this.stamp = stamp;
    }

    /** The plugin; to be used between {@link #enter} and {@link #leave} only. */
    public T plugin() {
        return plugin;
    }

    /** Name and version, for example {@code org.x.tax@1.2.0}. */
    public String stamp() {
        return stamp;
    }

    /** Enters for a call; false when the plugin is leaving. */
    public boolean enter() {
        if (closed || !room.tryAcquire()) {
            return false;
        }
        if (closed) {
            room.release();
            return false;
        }
        return true;
    }

    /** Leaves after a call. */
    public void leave() {
        room.release();
    }

    /** Is the plugin on its way out? */
    public boolean closed() {
        return closed;
    }

    /** How many calls are inside. */
    public int inside() {
        return closed ? 0 : MANY - room.availablePermits();
    }

    /** Lets nobody in any more. */
    public void close() {
        closed = true;
    }

    /**
     * Waits until the calls inside are over.
     *
     * @return whether they are
     */
    public boolean drained(Duration patience) throws InterruptedException {
        boolean empty = room.tryAcquire(MANY, patience.toMillis(), TimeUnit.MILLISECONDS);
        if (empty) {
            room.release(MANY);
        }
        return empty;
    }
}

package org.onevisit.housing.core.plugin;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One plugin that serves, and the calls inside it. A call enters and leaves; once the seat is closed nobody enters.
 *
 * @param <T> type of the plugin
 */
public final class Seat<T> {
    private static final Logger log = LoggerFactory.getLogger(Seat.class);
    /** Whom a thread calls; a thread that is made meanwhile is noticed, and knows nothing of it. */
    private static final InheritableThreadLocal<@Nullable Called> CALLED = new InheritableThreadLocal<>() {
        @Override
        protected @Nullable Called childValue(@Nullable Called parent) {
            if (parent != null) {
                parent.seat().startsAThread();
            }
            return null;
        }
    };

    /** Whom a thread calls, and whom it was calling already when it did. */
    private record Called(Seat<?> seat, @Nullable Called outer) {}

    private static final int MANY = Integer.MAX_VALUE;
    private final T plugin;
    private final String stamp;
    private final Map<Thread, Integer> inside = new ConcurrentHashMap<>();
    private final AtomicInteger started = new AtomicInteger();
    private final Semaphore room = new Semaphore(MANY, false);
    private final byte[] name;
    private volatile CallBoard board = CallBoard.NONE;
    private volatile boolean closed;

    /** A seat for a plugin, with its name and version. */
    public Seat(T plugin, String stamp) {
        this.plugin = plugin;
        this.stamp = stamp;
        this.name = CallBoard.name(stamp);
    }

    /** Calls are noted on this board from now on; before anybody enters. */
    void board(CallBoard given) {
        board = given;
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
        inside.merge(Thread.currentThread(), 1, Integer::sum);
        CALLED.set(new Called(this, CALLED.get()));
        board.enter(name);
        return true;
    }

    /** Leaves after a call, on the thread that entered. */
    public void leave() {
        board.leave();
        left();
        inside.computeIfPresent(Thread.currentThread(), (thread, calls) -> calls > 1 ? calls - 1 : null);
        room.release();
    }

    /** Is the thread that asks inside this plugin? It would wait for itself. */
    public boolean holdsCaller() {
        return inside.containsKey(Thread.currentThread());
    }

    private static void left() {
        @Nullable Called called = CALLED.get();
        if (called == null || called.outer() == null) {
            CALLED.remove();
        } else {
            CALLED.set(called.outer());
        }
    }

    private void startsAThread() {
        if (started.getAndIncrement() == 0) {
            log.warn("plugin {} starts a thread in a call, which it must not: it may outlive the plugin", stamp);
        }
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

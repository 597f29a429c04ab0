package org.onevisit.housing.core.call;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.core.plugin.Seat;

/**
 * One plugin that is called: its seat, what it is, the calls that run, and those that wait for room.
 *
 * @param <T> type of the plugin
 * @param <P> what it says of itself
 */
final class PluginSeat<T, P> {
    private final Seat<T> seat;
    private final P profile;
    private final Duration timeout;
    private final int callsAtOnce;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Set<RunningCall> running = ConcurrentHashMap.newKeySet();
    private final CallTally tally = new CallTally();
    private int inside;

    PluginSeat(Seat<T> seat, P profile, Duration timeout, int callsAtOnce) {
        this.seat = seat;
        this.profile = profile;
        this.timeout = timeout;
        this.callsAtOnce = callsAtOnce;
    }

    Seat<T> seat() {
        return seat;
    }

    T plugin() {
        return seat.plugin();
    }

    String stamp() {
        return seat.stamp();
    }

    P profile() {
        return profile;
    }

    Duration timeout() {
        return timeout;
    }

    CallTally tally() {
        return tally;
    }

    Set<RunningCall> running() {
        return running;
    }

    /** Starts a call now, or when another one is over: a plugin bears only so many at once. */
    void startWhenRoom(Runnable call) {
        synchronized (waiting) {
            if (inside >= callsAtOnce) {
                waiting.add(call);
                return;
            }
            inside++;
        }
        call.run();
    }

    /** Gives up a call that ignores the interrupt; tells whether it was still inside. */
    boolean abandon(RunningCall call) {
        boolean inside = call.abandon();
        if (inside) {
            tally.ended(call);
        }
        return inside;
    }

    /** Nobody is let in any more, and a call inside does not come back: whoever waits for room learns it now. */
    void turnAwayWhoWaits() {
        for (Runnable next = poll(); next != null; next = poll()) {
            next.run();
        }
    }

    private @Nullable Runnable poll() {
        synchronized (waiting) {
            return waiting.poll();
        }
    }

    /** A call is over: the next one starts. */
    void over(RunningCall call) {
        running.remove(call);
        Runnable next;
        synchronized (waiting) {
            next = waiting.poll();
            if (next == null) {
                inside--;
                return;
            }
        }
        next.run();
    }
}

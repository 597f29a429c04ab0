package org.onevisit.housing.core.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.onevisit.housing.core.plugin.Seat;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.CheckProfile;

/** One agency plugin: its seat, what it is, the calls that run, and those that wait for room. */
final class AgencySeat {
    private final Seat<AgencyCheck> seat;
    private final CheckProfile profile;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Set<RunningCall> running = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean collecting = new AtomicBoolean();
    private int inside;

    AgencySeat(Seat<AgencyCheck> seat, CheckProfile profile) {
        this.seat = seat;
        this.profile = profile;
    }

    Seat<AgencyCheck> seat() {
        return seat;
    }

    CheckProfile profile() {
        return profile;
    }

    Set<RunningCall> running() {
        return running;
    }

    AtomicBoolean collecting() {
        return collecting;
    }

    /** Starts a call now, or when another one is over: an agency bears only so many at once. */
    void startWhenRoom(Runnable call) {
        synchronized (waiting) {
            if (inside >= profile.callsAtOnce()) {
                waiting.add(call);
                return;
            }
            inside++;
        }
        call.run();
    }

    /** A call is over: the next one starts. */
    void over() {
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

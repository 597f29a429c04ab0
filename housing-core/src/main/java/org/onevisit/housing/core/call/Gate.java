package org.onevisit.housing.core.call;

import dev.failsafe.Bulkhead;
import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.view.AgencyHealth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands before one agency, whichever plugin and version serves it: only so many calls are inside at once, and none while the
 * agency is down. After five failures among the last ten calls it shuts, and one call at a time tries whether it is there again, after
 * 1, 2, 4 … minutes, at most thirty. Time is the engine's: the breaker is never left to a clock of its own. Safe for every thread.
 */
final class Gate {
    private static final Logger log = LoggerFactory.getLogger(Gate.class);
    private static final int FAILURES = 5;
    private static final int AMONG = 10;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int DOUBLINGS = 5;
    /** The library's own clock never opens the breaker: {@link #admit} does, by the engine's. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    private final String agency;
    private final CircuitBreaker<Object> breaker = CircuitBreaker.builder()
            .withFailureThreshold(FAILURES, AMONG)
            .withSuccessThreshold(1)
            .withDelay(NEVER)
            .build();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Set<ApplicationNumber> parked = new LinkedHashSet<>();
    private Bulkhead<Object> room = Bulkhead.of(1);
    private int limit = 1;
    private int inside;
    private int openings;
    private Optional<Instant> since = Optional.empty();
    private Optional<Instant> nextProbe = Optional.empty();
    private long calls;
    private long failures;
    private Duration took = Duration.ZERO;

    Gate(String agency) {
        this.agency = agency;
    }

    /** What a call says about the agency. */
    enum Result {
        /** The agency replied. */
        REPLIED,
        /** Nobody answered, or not in time. */
        UNREACHABLE,
        /** Nothing: nobody was called, or the plugin failed. A probe that proves nothing counts as failed. */
        NOTHING
    }

    /**
     * May a call leave?
     *
     * @param open yes
     * @param until when the gate is tried next; empty where a probe is out, and the question is to be put again when it is over
     */
    record Pass(boolean open, Optional<Instant> until) {}

    /** A call that waits for room, and what becomes of it when the gate shuts meanwhile. */
    private record Waiting(Consumer<Bulkhead<Object>> start, Consumer<Instant> shut) {}

    /** Do calls leave as usual? */
    synchronized boolean isOpen() {
        return breaker.isClosed();
    }

    /** Asks whether a call may leave at a moment; whoever is let through has to say {@link #over}, or to {@link #start}. */
    synchronized Pass admit(Instant now, ApplicationNumber number) {
        if (breaker.isOpen()) {
            Instant probe = nextProbe.orElse(now);
            if (now.isBefore(probe)) {
                return new Pass(false, Optional.of(probe));
            }
            breaker.halfOpen();
        }
        if (breaker.tryAcquirePermit()) {
            return new Pass(true, Optional.empty());
        }
        parked.add(number);
        return new Pass(false, Optional.empty());
    }

    /** Starts a call that was let through, now or when there is room among {@code atOnce}. */
    void start(int atOnce, Consumer<Bulkhead<Object>> call, Consumer<Instant> shut) {
        Bulkhead<Object> taken;
        synchronized (this) {
            if (atOnce != limit) {
                limit = atOnce;
                room = Bulkhead.of(atOnce);
            }
            taken = room;
            if (!taken.tryAcquirePermit()) {
                waiting.add(new Waiting(call, shut));
                return;
            }
            inside++;
        }
        call.accept(taken);
    }

    /**
     * A call is over.
     *
     * @param taken the room that it had
     * @return applications that are to be asked about again, since a probe is over
     */
    List<ApplicationNumber> over(Bulkhead<Object> taken, Result result, Duration time, Instant now) {
        List<Runnable> next = new ArrayList<>();
        List<ApplicationNumber> again;
        synchronized (this) {
            inside--;
            taken.releasePermit();
            again = judged(result, time, now);
            if (breaker.isOpen()) {
                Instant probe = nextProbe.orElse(now);
                waiting.forEach(one -> next.add(() -> one.shut().accept(probe)));
                waiting.clear();
            } else {
                while (!waiting.isEmpty() && room.tryAcquirePermit()) {
                    Waiting one = waiting.remove();
                    Bulkhead<Object> granted = room;
                    inside++;
                    next.add(() -> one.start().accept(granted));
                }
            }
        }
        next.forEach(Runnable::run);
        return again;
    }

    private List<ApplicationNumber> judged(Result result, Duration time, Instant now) {
        boolean probe = breaker.isHalfOpen();
        if (result != Result.NOTHING) {
            calls++;
            took = took.plus(time);
        }
        if (result == Result.REPLIED) {
            breaker.recordSuccess();
        } else if (result == Result.UNREACHABLE || probe) {
            failures += result == Result.UNREACHABLE ? 1 : 0;
            breaker.recordFailure();
        }
        if (breaker.isOpen() && (probe || nextProbe.isEmpty())) {
            shut(now, probe);
        } else if (breaker.isClosed() && nextProbe.isPresent()) {
            log.info("agency {} answers again", agency);
            nextProbe = Optional.empty();
            since = Optional.of(now);
            openings = 0;
        }
        if (breaker.isHalfOpen()) {
            return List.of();
        }
        List<ApplicationNumber> again = List.copyOf(parked);
        parked.clear();
        return again;
    }

    private void shut(Instant now, boolean probe) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(openings, DOUBLINGS));
        nextProbe = Optional.of(now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
        openings++;
        if (!probe) {
            since = Optional.of(now);
            log.warn(
                    "agency {} is not reached: no calls leave until one that tries at {} succeeds",
                    agency,
                    nextProbe.get());
        }
    }

    /** How the agency does. */
    synchronized AgencyHealth health() {
        AgencyHealth.State state = breaker.isClosed()
                ? AgencyHealth.State.CLOSED
                : breaker.isOpen() ? AgencyHealth.State.OPEN : AgencyHealth.State.HALF_OPEN;
        return new AgencyHealth(
                agency, state, since, nextProbe, inside, waiting.size() + parked.size(), calls, failures, took);
    }
}

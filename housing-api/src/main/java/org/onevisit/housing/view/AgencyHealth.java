package org.onevisit.housing.view;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How an agency does since the host was started, whichever plugin serves it.
 *
 * @param agency code
 * @param state do calls leave?
 * @param since when the state changed last between leaving and not leaving; empty if it never did
 * @param nextProbe when one call tries it next; empty while calls leave
 * @param inFlight calls that run now
 * @param waiting calls that wait for room or for a probe
 * @param calls that were replied to or failed
 * @param failures those of them that nobody answered in time
 * @param took all of them together
 */
public record AgencyHealth(
        String agency,
        State state,
        Optional<Instant> since,
        Optional<Instant> nextProbe,
        int inFlight,
        int waiting,
        long calls,
        long failures,
        Duration took) {
    /** Checks that nothing is null. */
    public AgencyHealth {
        requireNonNull(agency, "agency");
        requireNonNull(state, "state");
        requireNonNull(since, "since");
        requireNonNull(nextProbe, "nextProbe");
        requireNonNull(took, "took");
    }

    /** Where its circuit breaker is. */
    public enum State {
        /** Calls leave. */
        CLOSED,
        /** One call tries whether it is there again. */
        HALF_OPEN,
        /** It was not reached: no calls leave. */
        OPEN
    }
}

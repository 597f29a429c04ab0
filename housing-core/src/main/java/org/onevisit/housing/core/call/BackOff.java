package org.onevisit.housing.core.call;

import java.time.Duration;
import java.time.Instant;

/** When an agency that did not answer is asked again: after 1, 2, 4, … minutes, at most four hours. */
final class BackOff {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(4);

    private BackOff() {}

    static Instant after(int calls, Instant now) {
        Duration wait = calls >= 8 ? LONGEST : FIRST.multipliedBy(1L << Math.max(0, calls));
        return now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }
}

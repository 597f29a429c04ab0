package org.onevisit.housing.host.account;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/**
 * Slows down guessing: after a few failures each further one doubles the time until a name is heard again, and after many failures
 * of whatever names nobody is heard for a moment. Safe for every thread.
 */
final class Throttle {
    private static final int FREE = 5;
    private static final int FREE_OVERALL = 50;
    private static final int NAMES = 10_000;
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private final Clock clock;
    private final Cache<String, Failures> names =
            CacheBuilder.newBuilder().maximumSize(NAMES).build();
    private Failures overall = Failures.NONE;

    Throttle(Clock clock) {
        this.clock = clock;
    }

    /** Failures so far, and until when nobody is heard. */
    private record Failures(int count, Instant last, Instant until) {
        static final Failures NONE = new Failures(0, Instant.MIN, Instant.MIN);

        Failures oneMore(Instant now, int free, Duration longest) {
            int more = now.isAfter(last.plus(LONGEST)) ? 1 : count + 1;
            if (more < free) {
                return new Failures(more, now, now);
            }
            Duration wait = FIRST.multipliedBy(1L << Math.min(more - free, 10));
            return new Failures(more, now, now.plus(wait.compareTo(longest) < 0 ? wait : longest));
        }
    }

    /**
     * Refuses a name that has to wait.
     *
     * @throws HousingException TOO_MANY_REQUESTS
     */
    synchronized void requireHeard(String name) {
        Instant now = clock.instant();
        @Nullable Failures own = names.getIfPresent(name);
        if (now.isBefore(overall.until()) || (own != null && now.isBefore(own.until()))) {
            throw new HousingException(
                    ErrorCode.TOO_MANY_REQUESTS, "too many attempts to sign in; wait a little and try again");
        }
    }

    /** A failure with this name. */
    synchronized void failed(String name) {
        Instant now = clock.instant();
        @Nullable Failures own = names.getIfPresent(name);
        names.put(name, (own == null ? Failures.NONE : own).oneMore(now, FREE, LONGEST));
        overall = overall.oneMore(now, FREE_OVERALL, FIRST);
    }

    /** A success with this name forgets its failures. */
    synchronized void succeeded(String name) {
        names.invalidate(name);
    }
}

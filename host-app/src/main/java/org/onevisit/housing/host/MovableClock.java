package org.onevisit.housing.host;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that ticks and can be moved forward, never back. Safe for every thread. */
public final class MovableClock extends Clock {
    private final Clock base;
    private final AtomicLong ahead;

    /** Ticks with {@code base}, ahead of it by {@code ahead}. */
    public MovableClock(Clock base, Duration ahead) {
        this(base, new AtomicLong(ahead.toNanos()));
    }

    private MovableClock(Clock base, AtomicLong ahead) {
        this.base = requireNonNull(base, "base");
        this.ahead = ahead;
    }

    /** Moves forward to an instant; stays where it is if that is past. */
    public void moveTo(Instant instant) {
        ahead.accumulateAndGet(Duration.between(base.instant(), instant).toNanos(), Math::max);
    }

    /** How far it is ahead of the clock that it ticks with. */
    public Duration ahead() {
        return Duration.ofNanos(ahead.get());
    }

    @Override
    public Instant instant() {
        return base.instant().plusNanos(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MovableClock(base.withZone(zone), ahead);
    }
}

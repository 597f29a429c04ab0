package org.onevisit.housing.core.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/** A clock that a test moves. */
final class MovableClock extends Clock {
    private volatile Instant now;

    MovableClock(LocalDate day) {
        now = at(day);
    }

    /** Nine o'clock in China. */
    static Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(9, 0)).atZone(WorkCalendar.ZONE).toInstant();
    }

    void to(LocalDate day) {
        now = at(day);
    }

    void pass(java.time.Duration time) {
        now = now.plus(time);
    }

    void to(Instant moment) {
        now = moment;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }
}

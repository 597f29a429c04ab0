package org.onevisit.housing.core.state;

import java.time.Instant;
import java.time.LocalDate;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/** Days in China, wherever the server stands. */
public final class Days {
    private Days() {}

    /** The day of a moment. */
    public static LocalDate of(Instant moment) {
        return moment.atZone(WorkCalendar.ZONE).toLocalDate();
    }

    /** The first moment of a day. */
    public static Instant start(LocalDate day) {
        return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }
}

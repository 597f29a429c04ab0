package org.onevisit.housing.spi.calendar;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The last day of a period.
 *
 * @param day the period ends at 24:00 of this day
 * @param provisional does it rest on a year whose arrangement is not published? To be marked wherever it is shown
 */
public record Deadline(LocalDate day, boolean provisional) {
    /** Checks that nothing is null. */
    public Deadline {
        requireNonNull(day, "day");
    }

    /** The first moment after the period. */
    public Instant endsAt() {
        return day.plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant();
    }
}

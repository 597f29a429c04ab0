package org.onevisit.housing.host.demo.run;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/**
 * What a run is asked to be.
 *
 * @param county name of its pack
 * @param households how many come
 * @param seed of all choices
 * @param months how long it runs
 * @param tempo how prompt everybody is
 */
public record Settings(String county, int households, long seed, int months, Tempo tempo) {
    /** Every run begins on this day, so that equal seeds give equal journals. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 2);

    /** The moment at which it begins. */
    public static ZonedDateTime begins() {
        return FIRST_DAY.atTime(LocalTime.of(8, 0)).atZone(WorkCalendar.ZONE);
    }

    /** The first day that is not part of it. */
    public LocalDate end() {
        return FIRST_DAY.plusMonths(months);
    }
}

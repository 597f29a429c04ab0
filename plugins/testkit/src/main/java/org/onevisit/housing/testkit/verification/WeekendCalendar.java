package org.onevisit.housing.testkit.verification;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/** Saturdays and Sundays are off; enough for tests of a check, and for nothing else. */
final class WeekendCalendar implements WorkCalendar {
    @Override
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    @Override
    public boolean isPublished(LocalDate day) {
        return true;
    }

    @Override
    public String edition() {
        return "weekends";
    }
}

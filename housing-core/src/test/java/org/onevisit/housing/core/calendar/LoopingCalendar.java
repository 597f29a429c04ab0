package org.onevisit.housing.core.calendar;

import java.time.LocalDate;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/** Knows the same days, and computes periods by the interface's own loops. */
record LoopingCalendar(WorkCalendar days) implements WorkCalendar {
    @Override
    public boolean isWorkingDay(LocalDate day) {
        return days.isWorkingDay(day);
    }

    @Override
    public boolean isPublished(LocalDate day) {
        return days.isPublished(day);
    }

    @Override
    public String edition() {
        return days.edition();
    }
}

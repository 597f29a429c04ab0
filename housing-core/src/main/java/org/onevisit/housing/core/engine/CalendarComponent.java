package org.onevisit.housing.core.engine;

import java.time.LocalDate;
import org.onevisit.housing.core.calendar.StateCouncilCalendar;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.osgi.service.component.annotations.Component;

/** Offers the State Council's calendar; a county's own, with a higher ranking, takes its place. */
@Component(service = WorkCalendar.class)
public final class CalendarComponent implements WorkCalendar {
    private final WorkCalendar calendar = StateCouncilCalendar.bundled();

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return calendar.isWorkingDay(day);
    }

    @Override
    public boolean isPublished(LocalDate day) {
        return calendar.isPublished(day);
    }

    @Override
    public String edition() {
        return calendar.edition();
    }

    @Override
    public Deadline after(LocalDate event, DayCount length) {
        return calendar.after(event, length);
    }

    @Override
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return calendar.workingDaysBetween(from, to);
    }
}

package org.onevisit.housing.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/**
 * What a calendar said of every day of some years, read once: a value that asks nobody any more. Days outside of them are counted as
 * those of a year that is not published. Immutable.
 */
public final class KnownDays implements WorkCalendar {
    private static final int YEARS_BEFORE = 15;
    private static final int YEARS_AFTER = 15;
    private static final int LONGEST_NAME = 200;
    private static final int FEWEST = 150;
    private static final int MOST = 320;
    private final String edition;
    private final DayTable worked;
    private final DayTable published;

    private KnownDays(String edition, DayTable worked, DayTable published) {
        this.edition = edition;
        this.worked = worked;
        this.published = published;
    }

    /**
     * Reads a calendar, the years around this one.
     *
     * @throws HousingException REFUSED_MODULE if it has no name, or a year in it cannot be right
     */
    public static KnownDays read(WorkCalendar calendar, int year) {
        String edition = name(calendar);
        LocalDate start = LocalDate.of(year - YEARS_BEFORE, 1, 1);
        LocalDate end = LocalDate.of(year + YEARS_AFTER, 1, 1);
        KnownDays read = new KnownDays(
                edition,
                new DayTable(start, end, calendar::isWorkingDay),
                new DayTable(start, end, calendar::isPublished));
        for (LocalDate first = start; first.isBefore(end); first = first.plusYears(1)) {
            read.requireSense(first);
        }
        return read;
    }

    /**
     * The name of a calendar's state.
     *
     * @throws HousingException REFUSED_MODULE if it is none
     */
    public static String name(WorkCalendar calendar) {
        @Nullable String edition = calendar.edition();
        if (edition == null || edition.isBlank() || edition.length() > LONGEST_NAME) {
            throw refused("its edition", "a name of 1 to " + LONGEST_NAME + " characters");
        }
        return edition;
    }

    private void requireSense(LocalDate first) {
        int days = worked.between(first.minusDays(1), first.plusYears(1).minusDays(1))
                .orElseGet(() ->
                        worked.between(first, first.plusYears(1).minusDays(1)).orElse(0));
        if (days < FEWEST || days > MOST) {
            throw refused(
                    "the year " + Year.from(first) + " has " + days + " working days",
                    FEWEST + " to " + MOST + " of them");
        }
    }

    private static HousingException refused(String place, String expected) {
        return new HousingException(ErrorCode.REFUSED_MODULE, "calendar, " + place + ": expected " + expected);
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return worked.holds(day)
                ? worked.isWorked(day)
                : day.getDayOfWeek() != DayOfWeek.SATURDAY
                        && day.getDayOfWeek() != DayOfWeek.SUNDAY
                        && !StateCouncilCalendar.isFixedDayOff(day);
    }

    @Override
    public boolean isPublished(LocalDate day) {
        return published.holds(day) && published.isWorked(day);
    }

    @Override
    public String edition() {
        return edition;
    }

    @Override
    public Deadline after(LocalDate event, DayCount length) {
        LocalDate from = length.unit() == DayCount.Unit.WORKING ? event : event.plusDays(length.days());
        return worked.after(event, length)
                .map(end -> new Deadline(end, !isPublished(event) || !arePublished(from, end)))
                .orElseGet(() -> WorkCalendar.super.after(event, length));
    }

    /** Are all the days from one to another published? */
    private boolean arePublished(LocalDate from, LocalDate to) {
        return isPublished(from) && published.between(from, to).orElse(-1) == to.toEpochDay() - from.toEpochDay();
    }

    @Override
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return worked.between(from, to).orElseGet(() -> WorkCalendar.super.workingDaysBetween(from, to));
    }
}

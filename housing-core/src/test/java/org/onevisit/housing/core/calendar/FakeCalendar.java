package org.onevisit.housing.core.calendar;

import java.time.LocalDate;
import java.util.Set;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/** The State Council's calendar with other days off, other days worked and other years published. */
public record FakeCalendar(
        WorkCalendar base, String edition, Set<LocalDate> off, Set<LocalDate> worked, Set<Integer> published)
        implements WorkCalendar {
    private static final WorkCalendar BUNDLED = StateCouncilCalendar.bundled();

    /** The calendar as it is, under another name. */
    public static FakeCalendar named(String edition) {
        return new FakeCalendar(BUNDLED, edition, Set.of(), Set.of(), Set.of());
    }

    /** With these days off. */
    public FakeCalendar off(LocalDate... days) {
        return new FakeCalendar(base, edition, Set.of(days), worked, published);
    }

    /** With these days worked. */
    public FakeCalendar worked(LocalDate... days) {
        return new FakeCalendar(base, edition, off, Set.of(days), published);
    }

    /** With a year published. */
    public FakeCalendar published(int year) {
        return new FakeCalendar(base, edition, off, worked, Set.of(year));
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return worked.contains(day) || (base.isWorkingDay(day) && !off.contains(day));
    }

    @Override
    public boolean isPublished(LocalDate day) {
        return published.contains(day.getYear()) || base.isPublished(day);
    }
}

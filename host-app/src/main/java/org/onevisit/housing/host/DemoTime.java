package org.onevisit.housing.host;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/** Moves a demo's clock, and does the timed work of each day that goes by. */
final class DemoTime {
    private static final LocalTime START_OF_BUSINESS = LocalTime.of(9, 0);
    private static final int AT_MOST = 500;
    private final MovableClock clock;
    private final DueWork due;
    private final Predicate<LocalDate> workingDay;
    private final Consumer<MovableClock> keep;

    /** Keeps the clock by {@code keep} each time that it has been moved. */
    DemoTime(MovableClock clock, DueWork due, Predicate<LocalDate> workingDay, Consumer<MovableClock> keep) {
        this.clock = clock;
        this.due = due;
        this.workingDay = workingDay;
        this.keep = keep;
    }

    /** Moves day by day until so many working days have begun. */
    synchronized void advance(int workingDays) {
        if (workingDays < 1 || workingDays > AT_MOST) {
            throw new IllegalArgumentException("a demo moves by 1 to %d working days".formatted(AT_MOST));
        }
        int left = workingDays;
        LocalDate day = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
        due.runAndSettle();
        while (left > 0) {
            day = day.plusDays(1);
            Instant opening =
                    day.atTime(START_OF_BUSINESS).atZone(WorkCalendar.ZONE).toInstant();
            clock.moveTo(opening);
            keep.accept(clock);
            due.runAndSettle();
            left -= workingDay.test(day) ? 1 : 0;
        }
    }

    /** Monday to Friday, for want of a calendar. */
    static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }
}

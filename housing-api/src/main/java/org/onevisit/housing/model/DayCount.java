package org.onevisit.housing.model;

import static java.util.Objects.requireNonNull;

/**
 * A number of days with its unit: five working days are not five days.
 *
 * @param days not negative
 * @param unit which days count
 */
public record DayCount(int days, Unit unit) {
    /** Which days count. */
    public enum Unit {
        /** 工作日: days worked by the State Council's arrangement. */
        WORKING,
        /** 自然日: every day. */
        CALENDAR
    }

    /** Checks the number. */
    public DayCount {
        requireNonNull(unit, "unit");
        if (days < 0) {
            throw new IllegalArgumentException("a day count is not negative");
        }
    }

    /** So many working days. */
    public static DayCount working(int days) {
        return new DayCount(days, Unit.WORKING);
    }

    /** So many calendar days. */
    public static DayCount calendar(int days) {
        return new DayCount(days, Unit.CALENDAR);
    }

    /** This many more days of the same unit. */
    public DayCount plus(int more) {
        return new DayCount(days + more, unit);
    }
}

package org.onevisit.housing.core.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.onevisit.housing.model.DayCount;

/** The days of some years, each worked or not; counts them in constant time. Immutable. */
final class DayTable {
    private final int start;
    /** Working days in the table before its i-th day. */
    private final int[] workedBefore;
    /** Place in the table of its n-th working day. */
    private final int[] workingDays;

    /** The days from {@code start} to the one before {@code end}; each is looked at once. */
    DayTable(LocalDate start, LocalDate end, Predicate<LocalDate> worked) {
        int length = (int) (end.toEpochDay() - start.toEpochDay());
        this.start = (int) start.toEpochDay();
        workedBefore = new int[length + 1];
        int[] places = new int[length];
        for (int i = 0; i < length; i++) {
            boolean works = worked.test(start.plusDays(i));
            if (works) {
                places[workedBefore[i]] = i;
            }
            workedBefore[i + 1] = workedBefore[i] + (works ? 1 : 0);
        }
        workingDays = Arrays.copyOf(places, workedBefore[length]);
    }

    boolean holds(LocalDate day) {
        long place = day.toEpochDay() - start;
        return place >= 0 && place < workedBefore.length - 1;
    }

    /** Is a day that it holds worked? */
    boolean isWorked(LocalDate day) {
        int place = (int) (day.toEpochDay() - start);
        return workedBefore[place + 1] > workedBefore[place];
    }

    /** The last day of a period after an event; empty where it leaves the table. */
    Optional<LocalDate> after(LocalDate event, DayCount length) {
        boolean working = length.unit() == DayCount.Unit.WORKING;
        LocalDate from = working ? event : event.plusDays(length.days());
        if (!holds(from)) {
            return Optional.empty();
        }
        int left = working ? length.days() : length.days() == 0 || isWorked(from) ? 0 : 1;
        if (left == 0) {
            return Optional.of(from);
        }
        long nth = (long) workedUpTo(from) + left - 1;
        return nth >= workingDays.length
                ? Optional.empty()
                : Optional.of(LocalDate.ofEpochDay(start + (long) workingDays[(int) nth]));
    }

    /** Working days after {@code from}, up to and including {@code to}; empty where it leaves the table. */
    OptionalInt between(LocalDate from, LocalDate to) {
        if (!to.isAfter(from)) {
            return OptionalInt.of(0);
        }
        return holds(from) && holds(to) ? OptionalInt.of(workedUpTo(to) - workedUpTo(from)) : OptionalInt.empty();
    }

    private int workedUpTo(LocalDate day) {
        return workedBefore[(int) (day.toEpochDay() - start) + 1];
    }
}

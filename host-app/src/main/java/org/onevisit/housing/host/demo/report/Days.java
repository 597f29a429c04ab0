package org.onevisit.housing.host.demo.report;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How long something took, in both units.
 *
 * @param workingDays in working days
 * @param calendarDays in calendar days
 */
public record Days(Spread workingDays, Spread calendarDays) {
    static <T> Days of(List<T> of, ToIntFunction<T> working, ToIntFunction<T> calendar) {
        return new Days(
                Spread.of(of.stream().mapToInt(working).boxed().toList()),
                Spread.of(of.stream().mapToInt(calendar).boxed().toList()));
    }
}

package org.onevisit.housing.core.rules;

import java.time.LocalDate;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.spi.calendar.Deadline;

/**
 * A limit that runs.
 *
 * @param name what it is called: {@code intake, make-good, case, verification, subdistrict, joint-review, check:<code>, pause,
 *     notice, reconsider, review, review-opens}
 * @param key tells it from another one of the same name; no calendar enters into it
 * @param end when it is over
 */
public record Limit(String name, String key, Deadline end) {
    /** A limit that counts from a day on; {@code pauses} is how many it may have been prolonged by. */
    static Limit of(String name, LocalDate from, DayCount length, int pauses, Deadline end) {
        String unit = length.unit() == DayCount.Unit.WORKING ? "w" : "c";
        return new Limit(name, name + "@" + from + "+" + length.days() + unit + "/" + pauses, end);
    }
}

package org.onevisit.housing.core.submission;

import java.time.Instant;
import java.time.LocalDate;
import org.onevisit.housing.core.json.JsonValue;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.spi.policy.ProcessRules;

/**
 * One reading of one submission: what it is held against, and where its faults go.
 *
 * @param faults found so far
 * @param now time of reading
 * @param county that decides
 * @param rules of the county
 */
record Reading(Faults faults, Instant now, Division county, ProcessRules rules) {
    LocalDate today() {
        return day(now);
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, WorkCalendar.ZONE);
    }

    Values values() {
        return new Values(faults);
    }

    Fields fields(JsonValue object, String... known) {
        return new Fields(object, faults, known);
    }
}

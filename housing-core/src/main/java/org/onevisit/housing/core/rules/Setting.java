package org.onevisit.housing.core.rules;

import java.time.Instant;
import java.time.LocalDate;
import org.onevisit.housing.core.state.Days;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.spi.policy.ProcessRules;

/**
 * What a decision rests on besides the state.
 *
 * @param now the moment of the decision
 * @param calendar which days are worked
 * @param rules how the process runs in the county
 * @param bench what the edition says
 * @param ids where new names come from
 * @param elsewhere what other applications hold
 */
public record Setting(
        Instant now, WorkCalendar calendar, ProcessRules rules, Bench bench, Ids ids, Elsewhere elsewhere) {
    /** The day of the decision. */
    public LocalDate today() {
        return Days.of(now);
    }
}

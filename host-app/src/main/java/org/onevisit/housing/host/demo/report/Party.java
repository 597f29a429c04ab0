package org.onevisit.housing.host.demo.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onevisit.housing.view.ClockView.PartyDays;

/**
 * What one party held.
 *
 * @param applications on at least one day
 * @param workingDays owned
 * @param calendarDays owned
 */
public record Party(int applications, int workingDays, int calendarDays) {
    private Party plus(Party other) {
        return new Party(
                applications + other.applications, workingDays + other.workingDays, calendarDays + other.calendarDays);
    }

    /** Everybody, by code. */
    static Map<String, Party> of(List<Clocked> clocked) {
        Map<String, Party> parties = new TreeMap<>();
        for (Clocked one : clocked) {
            for (PartyDays days : one.clock().days()) {
                Party held = new Party(days.calendarDays() > 0 ? 1 : 0, days.workingDays(), days.calendarDays());
                parties.merge(days.party(), held, Party::plus);
            }
        }
        return parties;
    }
}

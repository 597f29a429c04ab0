package org.onevisit.housing.view;

import java.time.YearMonth;
import java.util.List;

/**
 * The days of a month by the party that owned them (督办月报).
 *
 * @param month which month
 * @param rows by party
 */
public record DutyReport(YearMonth month, List<Row> rows) {
    /** Copies the list. */
    public DutyReport {
        rows = List.copyOf(rows);
    }

    /**
     * Days of one party.
     *
     * @param party who
     * @param applications how many it held on at least one day
     * @param workingDays owned in the month
     * @param calendarDays owned in the month
     */
    public record Row(String party, int applications, int workingDays, int calendarDays) {}
}

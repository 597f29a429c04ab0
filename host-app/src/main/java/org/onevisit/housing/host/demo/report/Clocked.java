package org.onevisit.housing.host.demo.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.onevisit.housing.host.demo.run.Outcome;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.view.ClockView;
import org.onevisit.housing.view.ClockView.PartyDays;

/**
 * An application and its clock.
 *
 * @param number of the application
 * @param outcome what became of it
 * @param clock its clock, when the run was over
 */
record Clocked(String number, Outcome outcome, ClockView clock) {
    /** Was it decided: granted or refused? */
    boolean isDecided() {
        return outcome == Outcome.APPROVED || outcome == Outcome.REFUSED;
    }

    /** Did the case take longer than so many working days? */
    boolean exceeds(int workingDays) {
        return clock.acceptedOn().isPresent() && clock.workingDays() > workingDays;
    }

    /** Who held it longest, in working days; the first by code where two did. */
    Optional<String> lateParty() {
        return clock.days().stream()
                .max(Comparator.comparingInt(PartyDays::workingDays)
                        .thenComparing(PartyDays::party, Comparator.reverseOrder()))
                .filter(days -> days.workingDays() > 0)
                .map(PartyDays::party);
    }

    /** What is wrong with the days of the parties; empty if they sum up to the whole. */
    Optional<String> daysThatDoNotAdd(WorkCalendar calendar) {
        LocalDate from = LocalDate.ofInstant(clock.receivedAt(), WorkCalendar.ZONE);
        LocalDate to = from.plusDays(clock.calendarDays());
        int calendarDays =
                clock.days().stream().mapToInt(PartyDays::calendarDays).sum();
        int workingDays = clock.days().stream().mapToInt(PartyDays::workingDays).sum();
        int worked = calendar.workingDaysBetween(from, to);
        return calendarDays == clock.calendarDays() && workingDays == worked
                ? Optional.empty()
                : Optional.of("%s: the parties' days are %d calendar and %d working days, in all there were %d and %d"
                        .formatted(number, calendarDays, workingDays, clock.calendarDays(), worked));
    }
}

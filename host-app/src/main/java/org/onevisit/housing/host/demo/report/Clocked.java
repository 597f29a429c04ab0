package org.onevisit.housing.host.demo.report;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.host.demo.run.Course.Stretch;
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
 * @param stretches days on which the run saw it open
 */
record Clocked(String number, Outcome outcome, ClockView clock, List<Stretch> stretches) {
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

    /** What is wrong with the days of the parties; empty if they sum up to the days on which the run saw it open. */
    Optional<String> daysThatDoNotAdd(WorkCalendar calendar) {
        int owned = clock.days().stream().mapToInt(PartyDays::calendarDays).sum();
        int ownedWorking =
                clock.days().stream().mapToInt(PartyDays::workingDays).sum();
        int open = 0;
        int openWorking = 0;
        for (Stretch stretch : stretches) {
            open += (int) ChronoUnit.DAYS.between(stretch.from(), stretch.to());
            openWorking += calendar.workingDaysBetween(stretch.from(), stretch.to());
        }
        return owned == open && ownedWorking == openWorking && clock.calendarDays() >= open
                ? Optional.empty()
                : Optional.of("%s: the parties own %d calendar and %d working days, it was open on %d and %d"
                        .formatted(number, owned, ownedWorking, open, openWorking));
    }
}

package org.onevisit.housing.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.spi.calendar.Deadline;

/**
 * The clocks of an application.
 *
 * @param receivedAt start of the intake clock
 * @param acceptedOn day from which the case clock counts; empty before acceptance
 * @param intakeEnds end of the intake clock; empty when it is over
 * @param caseEnds end of the case clock; empty before acceptance
 * @param stageEnds end of the limit of the current stage
 * @param workingDays working days used by the clock that runs
 * @param calendarDays calendar days since receipt
 * @param pausedSince when the clock was stopped; empty while it runs
 * @param days every day from the day after receipt, by the party that owned it
 * @param stages working and calendar days by stage
 */
public record ClockView(
        Instant receivedAt,
        Optional<LocalDate> acceptedOn,
        Optional<Deadline> intakeEnds,
        Optional<Deadline> caseEnds,
        Optional<Deadline> stageEnds,
        int workingDays,
        int calendarDays,
        Optional<Instant> pausedSince,
        List<PartyDays> days,
        List<StageDays> stages) {
    /** Copies the lists. */
    public ClockView {
        days = List.copyOf(days);
        stages = List.copyOf(stages);
    }

    /** Days of a party: {@code window, agency:<code>, subdistrict, panel, applicant, publicity, objection, operator}. */
    public record PartyDays(String party, int workingDays, int calendarDays) {}

    /** Days in a stage. */
    public record StageDays(Stage stage, int workingDays, int calendarDays) {}
}

package org.onevisit.housing.core.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.state.State.Flag;
import org.onevisit.housing.core.state.Timeline;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.spi.policy.ProcessRules;
import org.onevisit.housing.spi.policy.ProcessRules.Limits;

/**
 * The clocks of an application at one moment: intake from receipt, case from acceptance, the limits of stages and agencies. Days
 * that a pause took are added to each limit that ran meanwhile.
 */
public final class Clocks {
    private final State state;
    private final ProcessRules rules;
    private final WorkCalendar calendar;
    private final Instant now;

    /** The clocks of a state, at a moment. */
    public Clocks(State state, ProcessRules rules, WorkCalendar calendar, Instant now) {
        this.state = state;
        this.rules = rules;
        this.calendar = calendar;
        this.now = now;
    }

    /** End of the limit to accept, ask or decline; empty outside RECEIVED. */
    public Optional<Deadline> intake() {
        return state.step() == Step.RECEIVED
                ? Optional.of(end(state.timeline().intakeFrom(), limits().intake()))
                : Optional.empty();
    }

    /** End of the limit to make good; empty outside MAKING_GOOD. */
    public Optional<Deadline> makeGood() {
        return state.step() == Step.MAKING_GOOD
                ? state.timeline().makeGoodFrom().map(from -> end(from, limits().makeGood()))
                : Optional.empty();
    }

    /** End of the case clock; empty before acceptance and at an end. */
    public Optional<Deadline> whole() {
        return state.step().isOpen()
                ? state.timeline().acceptedOn().map(from -> end(from, wholeLimit()))
                : Optional.empty();
    }

    /** The limit of the case: the pack's, or that of a reconsideration, extended where a supervisor did. */
    public DayCount wholeLimit() {
        DayCount limit = state.flags().contains(Flag.RECONSIDERED) ? limits().reconsider() : limits().whole();
        return state.flags().contains(Flag.EXTENDED)
                ? limit.plus(limits().extension().days())
                : limit;
    }

    /** End of the limit of the stage; empty at an end. */
    public Optional<Deadline> stage() {
        return state.step().stage().flatMap(stage -> switch (stage) {
            case INTAKE -> Stream.concat(intake().stream(), makeGood().stream()).findFirst();
            case VERIFICATION -> Optional.of(end(state.timeline().stageFrom(), limits().verification()));
            case SUBDISTRICT_REVIEW -> Optional.of(end(state.timeline().stageFrom(), limits().subdistrict()));
            case JOINT_REVIEW_AND_PUBLICITY -> Optional.of(end(state.timeline().stageFrom(), limits().jointReview()));
        });
    }

    /** The limit of a stage. */
    public DayCount stageLimit(Stage stage) {
        return switch (stage) {
            case INTAKE -> limits().intake();
            case VERIFICATION -> limits().verification();
            case SUBDISTRICT_REVIEW -> limits().subdistrict();
            case JOINT_REVIEW_AND_PUBLICITY -> limits().jointReview();
        };
    }

    /** The agency's deadline. */
    public Deadline slot(Slot slot) {
        return end(slot.openedOn(), slot.limit());
    }

    /** When the running pause has lasted as long as its reason allows. */
    public Optional<Deadline> pauseEnds() {
        return state.timeline().pause().map(pause -> {
            DayCount longest = rules.pauses().stream()
                    .filter(p -> p.reason().equals(pause.reason()))
                    .map(ProcessRules.PauseRule::longest)
                    .findFirst()
                    .orElse(DayCount.working(0));
            return calendar.after(org.onevisit.housing.core.state.Days.of(pause.from()), longest);
        });
    }

    /** Working days that the running clock has used: of the case, or of intake before acceptance. */
    public int usedWorkingDays() {
        LocalDate from = state.timeline().acceptedOn().orElse(state.timeline().intakeFrom());
        LocalDate today = today();
        int all = calendar.workingDaysBetween(from, today);
        return all - state.timeline().pausedDays(from, now, DayCount.Unit.WORKING, calendar);
    }

    /** Working days left on the running clock; negative when over. */
    public int leftWorkingDays() {
        int limit = state.timeline().acceptedOn().isPresent()
                ? wholeLimit().days()
                : state.step() == Step.MAKING_GOOD
                        ? limits().makeGood().days()
                        : limits().intake().days();
        int used = state.step() == Step.MAKING_GOOD
                ? calendar.workingDaysBetween(
                        state.timeline().makeGoodFrom().orElse(state.timeline().intakeFrom()), today())
                : usedWorkingDays();
        return limit - used;
    }

    /** Calendar days since receipt. */
    public int calendarDays() {
        LocalDate from =
                org.onevisit.housing.core.state.Days.of(state.timeline().receivedAt());
        return (int) (today().toEpochDay() - from.toEpochDay());
    }

    /** The last day that counts: today, or the day of the end. */
    private LocalDate today() {
        Timeline timeline = state.timeline();
        return org.onevisit.housing.core.state.Days.of(timeline.endedAt().orElse(now));
    }

    private Deadline end(LocalDate from, DayCount limit) {
        int paused = state.timeline().pausedDays(from, now, limit.unit(), calendar);
        return calendar.after(from, limit.plus(paused));
    }

    private Limits limits() {
        return rules.limits();
    }
}

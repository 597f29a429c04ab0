package org.onevisit.housing.core.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.onevisit.housing.core.state.Days;
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
                ? Optional.of(end("intake", state.timeline().intakeFrom(), limits().intake()))
                : Optional.empty();
    }

    /** End of the limit to make good; empty outside MAKING_GOOD. */
    public Optional<Deadline> makeGood() {
        return state.step() == Step.MAKING_GOOD
                ? state.timeline().makeGoodFrom().map(from -> end("make-good", from, limits().makeGood()))
                : Optional.empty();
    }

    /** End of the case clock; empty before acceptance and at an end. */
    public Optional<Deadline> whole() {
        return state.step().isOpen()
                ? state.timeline().acceptedOn().map(from -> end("case", from, wholeLimit()))
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
        return state.step()
                .stage()
                .flatMap(stage -> stage == Stage.INTAKE
                        ? Stream.concat(intake().stream(), makeGood().stream()).findFirst()
                        : Optional.of(end(name(state.step()), state.timeline().stageFrom(), stageLimit(stage))));
    }

    /** What the limit of an open step's stage is called. */
    public static String name(Step step) {
        return switch (step.stage().orElseThrow()) {
            case INTAKE -> step == Step.MAKING_GOOD ? "make-good" : "intake";
            case VERIFICATION -> "verification";
            case SUBDISTRICT_REVIEW -> "subdistrict";
            case JOINT_REVIEW_AND_PUBLICITY -> "joint-review";
        };
    }

    /** What the limit of an agency's check is called. */
    static String name(Slot slot) {
        return "check:" + slot.check();
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
        return end(name(slot), slot.openedOn(), slot.limit());
    }

    /** When the running pause has lasted as long as its reason allows. */
    public Optional<Deadline> pauseEnds() {
        return state.timeline().pause().map(pause -> fixed("pause", Days.of(pause.from()), longest(pause)));
    }

    /** How long a pause may last. */
    DayCount longest(Timeline.Pause pause) {
        return rules.pauses().stream()
                .filter(p -> p.reason().equals(pause.reason()))
                .map(ProcessRules.PauseRule::longest)
                .findFirst()
                .orElse(DayCount.working(0));
    }

    /** Until when a refusal may be reconsidered; empty while nothing has ended. */
    public Optional<Deadline> reconsideration() {
        return state.timeline().endedAt().map(end -> fixed("reconsider", Days.of(end), limits().reconsider()));
    }

    /** The day by which the slowest agency has to answer when all are asked on {@code from}. */
    Deadline longestCheck(String name, LocalDate from) {
        return rules.checks().stream()
                .map(check -> fixed(name, from, check.limit()))
                .max(Comparator.comparing(Deadline::day).thenComparing(Deadline::provisional))
                .orElse(new Deadline(from, false));
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
        LocalDate from = Days.of(state.timeline().receivedAt());
        return (int) (today().toEpochDay() - from.toEpochDay());
    }

    /** The last day that counts: today, or the day of the end. */
    private LocalDate today() {
        Timeline timeline = state.timeline();
        return Days.of(timeline.endedAt().orElse(now));
    }

    private Deadline end(String name, LocalDate from, DayCount limit) {
        return kept(name, running(from, limit), day -> running(day, DayCount.working(0)));
    }

    /** The end of a limit that pauses do not stop. */
    Deadline fixed(String name, LocalDate from, DayCount limit) {
        return kept(name, calendar.after(from, limit), day -> calendar.after(day, DayCount.working(0)));
    }

    private Deadline running(LocalDate from, DayCount limit) {
        int paused = state.timeline().pausedDays(from, now, limit.unit(), calendar);
        return calendar.after(from, limit.plus(paused));
    }

    /** As counted, or where an amendment of the calendar came too late to end it earlier. */
    private Deadline kept(String name, Deadline counted, Function<LocalDate, Deadline> from) {
        return Optional.ofNullable(state.timeline().kept().get(name))
                .map(from)
                .filter(end -> end.day().isAfter(counted.day()))
                .orElse(counted);
    }

    private Limits limits() {
        return rules.limits();
    }
}

package org.onevisit.housing.core.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.state.Award;
import org.onevisit.housing.core.state.Days;
import org.onevisit.housing.core.state.Publicity.Notice;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.state.State.Flag;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.spi.policy.ProcessRules.Limits;

/** The limits of an application that run at a moment and whose end rests on the calendar. A limit that a pause has stopped has no end. */
public final class RunningLimits {
    private final State state;
    private final Setting setting;
    private final Clocks clocks;
    private final List<Limit> running = new ArrayList<>();

    private RunningLimits(State state, Setting setting) {
        this.state = state;
        this.setting = setting;
        this.clocks = new Clocks(state, setting.rules(), setting.calendar(), setting.now());
    }

    /** The limits of a state, at the moment of the setting and by its calendar. */
    public static List<Limit> of(State state, Setting setting) {
        RunningLimits limits = new RunningLimits(state, setting);
        if (state.step().isOpen() && state.timeline().pause().isPresent()) {
            limits.pause();
        } else if (state.step().isOpen()) {
            limits.course();
        }
        limits.checks();
        limits.notice();
        limits.reconsideration();
        state.award().flatMap(Award::openReview).ifPresentOrElse(limits::review, limits::nextReview);
        return List.copyOf(limits.running);
    }

    private void course() {
        Limits limits = setting.rules().limits();
        clocks.intake().ifPresent(end -> add("intake", state.timeline().intakeFrom(), limits.intake(), end));
        state.timeline().makeGoodFrom().ifPresent(from -> clocks.makeGood()
                .ifPresent(end -> add("make-good", from, limits.makeGood(), end)));
        state.timeline().acceptedOn().ifPresent(from -> clocks.whole()
                .ifPresent(end -> add("case", from, clocks.wholeLimit(), end)));
        state.step().stage().filter(stage -> stage != Stage.INTAKE).ifPresent(stage -> clocks.stage()
                .ifPresent(end ->
                        add(Clocks.name(state.step()), state.timeline().stageFrom(), clocks.stageLimit(stage), end)));
    }

    private void checks() {
        boolean asked =
                state.step() == Step.CHECKING && state.timeline().pause().isEmpty();
        if (asked || VerificationRules.reviewing(state)) {
            state.verification().slots().values().stream()
                    .filter(Slot::outstanding)
                    .forEach(slot -> add(Clocks.name(slot), slot.openedOn(), slot.limit(), clocks.slot(slot)));
        }
    }

    private void pause() {
        state.timeline().pause().ifPresent(pause -> clocks.pauseEnds()
                .ifPresent(end -> add("pause", Days.of(pause.from()), clocks.longest(pause), end)));
    }

    private void notice() {
        Optional<Notice> notice = state.publicity().notice();
        notice.flatMap(Notice::firstDay).ifPresent(from -> notice.flatMap(Notice::period)
                .ifPresent(length -> add("notice", from, length, clocks.fixed("notice", from, length))));
    }

    /** While the applicant can ask for it; afterwards a refusal has come to its end. */
    private void reconsideration() {
        if (state.step() == Step.REFUSED && !state.flags().contains(Flag.RECONSIDERED)) {
            clocks.reconsideration()
                    .filter(end -> !setting.today().isAfter(end.day()))
                    .ifPresent(end -> add(
                            "reconsider",
                            Days.of(state.timeline().endedAt().orElseThrow()),
                            setting.rules().limits().reconsider(),
                            end));
        }
    }

    private void review(Award.OpenReview review) {
        review.countedFrom()
                .ifPresent(from -> add("review", from, DayCount.working(0), clocks.longestCheck("review", from)));
    }

    /** A review opens so many working days before the anniversary. */
    private void nextReview() {
        new Timers(state, setting).awardThatRuns().ifPresent(award -> {
            DayCount window = setting.bench().filingWindow();
            if (window.unit() == DayCount.Unit.WORKING) {
                LocalDate day = new Timers(state, setting).opens(award);
                boolean provisional = !setting.calendar().isPublished(day)
                        || !setting.calendar().isPublished(award.anniversary());
                add("review-opens", award.anniversary(), window, new Deadline(day, provisional));
            }
        });
    }

    private void add(String name, LocalDate from, DayCount length, Deadline end) {
        running.add(Limit.of(name, from, length, state.timeline().pauses().size(), end));
    }
}

package org.onevisit.housing.core.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.state.Award;
import org.onevisit.housing.core.state.Days;
import org.onevisit.housing.core.state.Publicity.Notice;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.view.AwardView;

/** Timed work: what falls due when. */
public final class Timers {
    private final State state;
    private final Setting setting;
    private final Clocks clocks;

    /** The timers of a state, at the moment of the setting. */
    public Timers(State state, Setting setting) {
        this.state = state;
        this.setting = setting;
        this.clocks = new Clocks(state, setting.rules(), setting.calendar(), setting.now());
    }

    /** A trigger that falls due at a moment. */
    public record Timer(Instant at, Order order) {}

    /** What a due date of the flow raises, earliest first. While the clock is stopped only the pause itself ends. */
    public List<Timer> flow() {
        List<Timer> timers = new ArrayList<>();
        if (state.step().isOpen() && state.timeline().pause().isPresent()) {
            clocks.pauseEnds().ifPresent(end -> timers.add(timer(end, Trigger.PAUSE_LIMIT_REACHED, "")));
            return timers;
        }
        clocks.intake().ifPresent(end -> timers.add(timer(end, Trigger.DEEMED_ACCEPTED, "")));
        clocks.makeGood().ifPresent(end -> timers.add(timer(end, Trigger.MAKE_GOOD_LAPSED, "")));
        if (state.step() == Step.CHECKING) {
            state.verification().slots().values().stream()
                    .filter(Slot::outstanding)
                    .forEach(slot -> timers.add(
                            timer(clocks.slot(slot), Trigger.SLOT_OVERDUE, new Arrivals.LimitOver(slot.check()))));
        }
        if (state.step() == Step.NOTICE_OPEN) {
            state.publicity()
                    .notice()
                    .flatMap(Notice::lastDay)
                    .ifPresent(day -> timers.add(timer(new Deadline(day, false), Trigger.NOTICE_EXPIRED, "")));
        }
        timers.sort(Comparator.comparing(Timer::at));
        return timers;
    }

    /** When an agency is to be called, a notice to be posted, or a paper to be handed over, next. */
    public Optional<Instant> nextCall() {
        Stream<Instant> calls = asksNow()
                ? state.verification().slots().values().stream()
                        .filter(s -> s.status() == Slot.Status.OPEN || s.status() == Slot.Status.PROMISED)
                        .flatMap(s -> s.nextTry().stream())
                : Stream.empty();
        Stream<Instant> posting = state.step() == Step.POSTING
                ? state.publicity().notice().flatMap(Notice::nextTry).stream()
                : Stream.empty();
        Stream<Instant> papers = DuePapers.of(state, setting).stream().flatMap(paper -> paper.nextTry().stream());
        return Stream.of(calls, posting, papers).flatMap(Function.identity()).min(Comparator.naturalOrder());
    }

    /** May agencies be asked now: in verification, or while an award is reviewed? */
    public boolean asksNow() {
        return state.step() == Step.CHECKING || VerificationRules.reviewing(state);
    }

    /** When the award wants something next: a review opens, or is judged. */
    public Optional<Instant> award() {
        return awardThatRuns().map(award -> award.openReview()
                .map(review -> Days.start(review.due()))
                .orElseGet(() -> Days.start(opens(award))));
    }

    /** The award, while it has not ended. */
    Optional<Award> awardThatRuns() {
        return state.award().filter(a -> a.state() != AwardView.State.ENDED);
    }

    /** When the next review opens. */
    LocalDate opens(Award award) {
        DayCount window = setting.bench().filingWindow();
        LocalDate day = award.anniversary();
        if (window.unit() == DayCount.Unit.CALENDAR) {
            return day.minusDays(window.days());
        }
        for (int left = window.days(); left > 0; ) {
            day = day.minusDays(1);
            if (setting.calendar().isWorkingDay(day)) {
                left--;
            }
        }
        LocalDate kept = state.timeline().kept().getOrDefault("review-opens", day);
        return kept.isAfter(day) ? kept : day;
    }

    /** When anything is due next; empty if nothing ever is. */
    public Optional<Instant> next() {
        return Stream.of(flow().stream().map(Timer::at).findFirst(), nextCall(), award())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** End of the limit that runs now: of the stage or of the case, whichever is earlier. */
    public Optional<Instant> limitEnds() {
        return state.timeline().pause().isPresent()
                ? Optional.empty()
                : Stream.of(clocks.stage(), clocks.whole())
                        .flatMap(Optional::stream)
                        .map(Deadline::endsAt)
                        .min(Comparator.naturalOrder());
    }

    private static Timer timer(Deadline end, Trigger trigger, Object payload) {
        return new Timer(end.endsAt(), Order.ofCore(trigger, payload, ""));
    }
}

package org.onevisit.housing.core.event;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.state.Award;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.spi.review.ReviewResult.ReviewOutcome;
import org.onevisit.housing.view.AwardView;

/** What happens to an award. They leave the application's step alone. */
public final class AwardEvents {
    private AwardEvents() {}

    /** Something that happened to an award. */
    public interface AwardEvent extends Event {
        @Override
        default Optional<Trigger> trigger() {
            return Optional.empty();
        }

        @Override
        default State change(State state, Moment moment) {
            return state.with(change(state.award().orElseThrow(), moment));
        }

        /** What it changes. */
        Award change(Award award, Moment moment);
    }

    /** A review falls due: facts are asked again. */
    public record ReviewDue(LocalDate due, boolean annual) implements AwardEvent {
        @Override
        public Award change(Award award, Moment moment) {
            return award.reviewing(Award.OpenReview.on(due, false, annual));
        }
    }

    /** A finding that came after the decision opened a review: the agencies have until `due`, then it is judged. */
    public record ReviewOpened(LocalDate due, Award.Reason reason) implements AwardEvent {
        @Override
        public List<String> outcomes() {
            return Stream.concat(
                            Stream.of(reason.check(), reason.contradicts() ? "CONTRADICTS" : "LATE"),
                            reason.differences().stream().map(d -> d.code() + ":" + d.before() + ">" + d.after()))
                    .toList();
        }

        @Override
        public Award change(Award award, Moment moment) {
            return award.reviewing(
                    new Award.OpenReview(due, false, false, Optional.of(moment.day()), Optional.of(reason)));
        }
    }

    /** The household filed its review. */
    public record ReviewFiled(List<Authorisation> authorisations, boolean kept, boolean complete)
            implements AwardEvent {
        @Override
        public State change(State state, Moment moment) {
            State signed =
                    kept ? state.with(AuthorisationEvents.supplemented(state.application(), authorisations)) : state;
            State opened = complete ? signed.with(signed.verification().authorised(moment.at())) : signed;
            return AwardEvent.super.change(opened, moment);
        }

        @Override
        public Award change(Award award, Moment moment) {
            Award.OpenReview running =
                    award.openReview().orElseGet(() -> Award.OpenReview.on(moment.day(), true, false));
            return award.reviewing(running.withFiling());
        }
    }

    /** The household reported a change: a review opens. */
    public record ChangeReported(Application application, LocalDate due, String reasons) implements AwardEvent {
        @Override
        public State change(State state, Moment moment) {
            return AwardEvent.super.change(state.with(application), moment);
        }

        @Override
        public Award change(Award award, Moment moment) {
            return award.reviewing(new Award.OpenReview(due, true, false, Optional.of(moment.day()), Optional.empty()));
        }
    }

    /** A review was judged. */
    public record ReviewJudged(
            ReviewOutcome outcome,
            Optional<Money> monthly,
            YearMonth from,
            LocalDate following,
            Explanation explanation)
            implements AwardEvent {
        @Override
        public List<String> outcomes() {
            return List.of(outcome.name());
        }

        @Override
        public Award change(Award award, Moment moment) {
            Award.OpenReview running = award.openReview().orElseThrow();
            AwardView.State next = outcome == ReviewOutcome.END ? AwardView.State.ENDED : AwardView.State.ACTIVE;
            return award.reviewed(
                    new AwardView.Review(
                            running.due(),
                            running.filed(),
                            Optional.of(outcome),
                            Optional.of(from),
                            Optional.of(explanation)),
                    next,
                    outcome == ReviewOutcome.END ? Optional.empty() : monthly,
                    following);
        }
    }

    /** The household did not file: the award is paid no more, or ends. */
    public record NotFiled(boolean ends, YearMonth from, LocalDate following) implements AwardEvent {
        @Override
        public List<String> outcomes() {
            return List.of(ends ? "END" : "SUSPEND");
        }

        @Override
        public Award change(Award award, Moment moment) {
            Award.OpenReview running = award.openReview().orElseThrow();
            return award.reviewed(
                    new AwardView.Review(
                            running.due(),
                            false,
                            ends ? Optional.of(ReviewOutcome.END) : Optional.empty(),
                            Optional.of(from),
                            Optional.of(award.explanation())),
                    ends ? AwardView.State.ENDED : AwardView.State.SUSPENDED,
                    ends ? Optional.empty() : award.monthly(),
                    following);
        }
    }

    /** The award ended. */
    public record AwardEnded(String reasons) implements AwardEvent {
        @Override
        public Award change(Award award, Moment moment) {
            return award.in(AwardView.State.ENDED);
        }
    }
}

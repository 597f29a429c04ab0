package org.onevisit.housing.core.rules;

import static org.onevisit.housing.core.rules.Refusal.refuse;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.core.event.AuthorisationEvents;
import org.onevisit.housing.core.event.AuthorisationEvents.AuthorisationsEnded;
import org.onevisit.housing.core.event.AwardEvents.AwardEnded;
import org.onevisit.housing.core.event.AwardEvents.ChangeReported;
import org.onevisit.housing.core.event.AwardEvents.NotFiled;
import org.onevisit.housing.core.event.AwardEvents.ReviewDue;
import org.onevisit.housing.core.event.AwardEvents.ReviewFiled;
import org.onevisit.housing.core.event.AwardEvents.ReviewJudged;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.event.Moment;
import org.onevisit.housing.core.flow.Who;
import org.onevisit.housing.core.state.Award;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.submission.SignatureInForce;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.spi.review.ReviewResult;
import org.onevisit.housing.view.AwardView;

/** Awards (保障资格) and their annual review (年审). The facts are asked again; what is still fresh is used again. */
public final class AwardRules {
    private AwardRules() {}

    /**
     * Decides what an actor wants done to an award.
     *
     * @throws org.onevisit.housing.process.HousingException FORBIDDEN, or ILLEGAL_TRANSITION where there is no award that runs
     */
    public static Decision decide(State state, Command command, Actor actor, Setting setting) {
        Award award = state.award()
                .filter(a -> a.state() != AwardView.State.ENDED)
                .orElseThrow(() -> refuse(ErrorCode.ILLEGAL_TRANSITION, state, "没有有效的保障资格"));
        Set<Who> who =
                command instanceof Command.End ? Set.of(Who.SUPERVISOR, Who.CLERK) : Set.of(Who.APPLICANT, Who.CLERK);
        if (!Authority.permits(who, Optional.of(actor), state)) {
            throw Authority.forbidden(actor, "对保障资格 " + state.number() + " 执行 " + command.action());
        }
        Moment moment = new Moment(setting.now(), actor.id(), "");
        return Decider.record(state, moment, events(state, award, command, setting), setting);
    }

    private static List<Event> events(State state, Award award, Command command, Setting setting) {
        if (command instanceof Command.FileReview filed) {
            if (award.openReview().isEmpty() && award.state() != AwardView.State.SUSPENDED) {
                throw refuse(ErrorCode.ILLEGAL_TRANSITION, state, "尚未到年审申报时间（" + award.anniversary() + " 到期）");
            }
            return filed(state, award, filed.authorisations(), setting);
        }
        if (command instanceof Command.ReportChange report) {
            ReviewRules.requireReasons(state, report.reasons());
            LocalDate due = new Clocks(state, setting.rules(), setting.calendar(), setting.now())
                    .longestCheck("", setting.today())
                    .day();
            HouseholdChange change = HouseholdChange.of(state, report.application(), setting);
            List<Event> events = new ArrayList<>();
            events.add(new ChangeReported(change.kept(), due, report.reasons()));
            if (!change.ended().isEmpty()) {
                events.add(new AuthorisationsEnded(change.ended()));
            }
            events.addAll(SlotOpening.anew(state.with(change.kept()), setting));
            return events;
        }
        if (command instanceof Command.End end) {
            ReviewRules.requireReasons(state, end.reasons());
            return List.of(new AwardEnded(end.reasons()));
        }
        throw refuse(ErrorCode.BAD_ARGUMENT, state, command.action() + " 不是保障资格的操作");
    }

    /** A review is filed; signatures that come with it open the slots that waited for them. */
    private static List<Event> filed(State state, Award award, List<Authorisation> given, Setting setting) {
        Signatures.check(state, given, List.of(), setting);
        State signed = state.with(AuthorisationEvents.supplemented(state.application(), given));
        boolean complete =
                SignatureInForce.unsigned(signed.application(), setting.today()).isEmpty();
        ReviewFiled event = new ReviewFiled(given, true, complete);
        if (award.openReview().isEmpty()) {
            return IntakeRules.follow(event, SlotOpening.stale(signed, setting, setting.today()));
        }
        State opened = event.change(state, new Moment(setting.now(), Moment.SYSTEM, ""));
        return IntakeRules.follow(event, VerificationRules.recognised(state, opened, setting));
    }

    /** What falls due for an award at the setting's moment; nothing if it is too early. */
    public static Decision due(State state, Setting setting) {
        Optional<java.time.Instant> at = new Timers(state, setting).award();
        if (at.isEmpty() || at.get().isAfter(setting.now())) {
            return new Decision(state, List.of());
        }
        Award award = state.award().orElseThrow();
        Moment moment = new Moment(setting.now(), Moment.SYSTEM, "");
        List<Event> events = award.openReview()
                .map(review -> List.of(judged(state, award, review, setting)))
                .orElseGet(() -> IntakeRules.follow(
                        new ReviewDue(award.anniversary(), true),
                        SlotOpening.stale(state, setting, award.anniversary())));
        return Decider.record(state, moment, events, setting);
    }

    private static Event judged(State state, Award award, Award.OpenReview review, Setting setting) {
        LocalDate following = review.annual() ? award.anniversary().plusYears(1) : award.anniversary();
        if (!review.filed() && review.annual()) {
            switch (setting.bench().whenNotFiled()) {
                case END:
                    return new NotFiled(true, YearMonth.from(review.due()), following);
                case SUSPEND:
                    return new NotFiled(false, YearMonth.from(review.due()), following);
                case REVIEW_ANYWAY:
                    break;
            }
        }
        ReviewResult result = setting.bench().review(state, review.due());
        return new ReviewJudged(result.outcome(), result.monthly(), result.from(), following, result.explanation());
    }
}

package org.onevisit.housing.core.rules;

import static org.onevisit.housing.core.rules.Refusal.refuse;

import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.core.event.AuthorisationEvents;
import org.onevisit.housing.core.event.AuthorisationEvents.AuthorisationRevoked;
import org.onevisit.housing.core.event.AuthorisationEvents.Authorised;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.event.Moment;
import org.onevisit.housing.core.event.VerificationEvents.FindingContradicted;
import org.onevisit.housing.core.event.VerificationEvents.FindingReceived;
import org.onevisit.housing.core.event.VerificationEvents.FindingRecorded;
import org.onevisit.housing.core.event.VerificationEvents.SlotOverdue;
import org.onevisit.housing.core.rules.Arrivals.FindingArrived;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.submission.SignatureInForce;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;

/** Stage 2, 项目核查: at least once out, exactly once in; the first finding counts. */
final class VerificationRules {
    private VerificationRules() {}

    static final class Receive implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            FindingArrived arrived = order.payload(FindingArrived.class);
            Slot slot = state.verification()
                    .byName(arrived.check(), arrived.idOrTicket())
                    .orElseThrow(() -> refuse(ErrorCode.NOT_FOUND, state, "没有这条查询"));
            if (slot.status() == Slot.Status.UNAUTHORISED) {
                return List.of();
            }
            Map<String, Answer> given = arrived.finding().answers();
            Set<String> known = Sets.union(slot.asked(), slot.answers().keySet());
            if (!Sets.union(known, Set.of(Finding.HOUSEHOLD)).containsAll(given.keySet())) {
                throw new HousingException(ErrorCode.BAD_FINDING, "查询 " + slot.inquiry() + " 的答复包含未被查询的成员，未记录");
            }
            return decide(state, setting, arrived, slot);
        }

        private static List<Event> decide(State state, Setting setting, FindingArrived arrived, Slot slot) {
            Map<String, Answer> given =
                    Maps.filterEntries(arrived.finding().answers(), e -> !known(slot, e.getKey(), e.getValue()));
            if (given.isEmpty()) {
                return List.of();
            }
            if (given.keySet().stream().anyMatch(slot.answers()::containsKey)) {
                return AfterDecision.contradicted(
                        state, new FindingContradicted(slot.check(), slot.inquiry(), arrived.finding()), setting);
            }
            boolean ended = !state.step().isOpen() && !reviewing(state);
            if (ended && state.step() != Step.APPROVED) {
                return List.of(new FindingRecorded(slot.check(), slot.inquiry(), arrived.finding()));
            }
            boolean late = slot.status() == Slot.Status.OVERDUE || ended;
            FindingReceived received =
                    new FindingReceived(slot.check(), slot.inquiry(), arrived.finding(), late, arrived.again());
            return late ? AfterDecision.late(state, received, setting) : List.of(received);
        }

        /** Is this what the person's answer says already, or what was recorded beside it? */
        private static boolean known(Slot slot, String person, Answer answer) {
            return answer.equals(slot.answers().get(person))
                    || answer.equals(slot.trail().aside().get(person));
        }
    }

    /** Does a review of an award ask agencies now? */
    static boolean reviewing(State state) {
        return state.award().flatMap(a -> a.openReview()).isPresent();
    }

    static final class Overdue implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            String check = order.payload(Arrivals.LimitOver.class).check();
            Slot slot = state.verification().slots().get(check);
            if (slot == null || !slot.outstanding()) {
                return List.of();
            }
            return List.of(new SlotOverdue(check, slot.cause()));
        }
    }

    static final class Authorise implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            Command.Authorise given = order.payload(Command.Authorise.class);
            if (given.authorisations().isEmpty()) {
                throw refuse(ErrorCode.EVIDENCE_MISSING, state, "没有提交任何授权");
            }
            Signatures.check(state, given.authorisations(), List.of(), setting);
            List<Event> opening = signed(
                    state,
                    AuthorisationEvents.supplemented(state.application(), given.authorisations()),
                    given.authorisations(),
                    setting);
            return opening.isEmpty() ? List.of(new Authorised(given.authorisations(), false)) : opening;
        }

        @Override
        public Optional<Refusal> guard(
                State state, Optional<org.onevisit.housing.process.Actor> actor, Setting setting) {
            return SignatureInForce.unsigned(state.application(), setting.today())
                            .isEmpty()
                    ? Optional.of(Refusal.of(ErrorCode.ILLEGAL_TRANSITION, state, "全部成员均已授权"))
                    : Optional.empty();
        }
    }

    /** Opens the slots that were closed for want of a signature, when nobody's is missing now; nothing else. */
    static List<Event> signed(State state, Application signed, List<Authorisation> given, Setting setting) {
        boolean closed = state.verification().slots().values().stream()
                .anyMatch(slot -> slot.status() == Slot.Status.UNAUTHORISED);
        if (!closed || !SignatureInForce.unsigned(signed, setting.today()).isEmpty()) {
            return List.of();
        }
        Authorised event = new Authorised(given, true);
        State after = event.change(state.with(signed), new Moment(setting.now(), Moment.SYSTEM, ""));
        return IntakeRules.follow(event, recognised(state, after, setting));
    }

    /** What is recognised in slots that a signature has opened. */
    static List<Event> recognised(State before, State after, Setting setting) {
        List<Slot> opened = after.verification().slots().values().stream()
                .filter(slot -> !slot.equals(before.verification().slots().get(slot.check())))
                .toList();
        return Recognition.of(after, opened, setting, setting.today());
    }

    static final class Revoke implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            Command.RevokeAuthorisation given = order.payload(Command.RevokeAuthorisation.class);
            boolean there = state.application().authorisations().stream()
                    .anyMatch(a ->
                            a.member().equals(given.member()) && a.purpose().equals(given.purpose()));
            if (!there) {
                throw refuse(ErrorCode.BAD_ARGUMENT, state, "没有该成员为此目的签署的授权，无可撤回；请核对成员与授权目的");
            }
            ReviewRules.requireReasons(state, given.reasons());
            return List.of(new AuthorisationRevoked(given.member(), given.purpose(), given.reasons()));
        }

        @Override
        public Optional<Refusal> guard(
                State state, Optional<org.onevisit.housing.process.Actor> actor, Setting setting) {
            return state.application().authorisations().isEmpty()
                    ? Optional.of(Refusal.of(ErrorCode.ILLEGAL_TRANSITION, state, "没有可撤回的授权"))
                    : Optional.empty();
        }
    }
}

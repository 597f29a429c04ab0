package org.onevisit.housing.core.rules;

import static org.onevisit.housing.core.rules.Refusal.refuse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.core.event.DecisionEvents.Endorsed;
import org.onevisit.housing.core.event.DecisionEvents.Opposed;
import org.onevisit.housing.core.event.DecisionEvents.Rechecked;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.ErrorCode;

/** Stage 3, 街道审核: an officer speaks once; checks may be asked again, but not for ever. */
final class ReviewRules {
    private ReviewRules() {}

    static final class Speak implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            guard(state, order.actor(), setting).ifPresent(Refusal::raise);
            if (order.payload() instanceof Command.Endorse endorse) {
                return List.of(new Endorsed(endorse.reasons()));
            }
            String reasons = order.payload(Command.Oppose.class).reasons();
            requireReasons(state, reasons);
            return List.of(new Opposed(reasons));
        }

        @Override
        public Optional<Refusal> guard(State state, Optional<Actor> actor, Setting setting) {
            return actor.filter(a -> state.hearing().spoken(a.id()))
                    .map(a -> Refusal.of(ErrorCode.ALREADY_SPOKEN, state, "该审核人员在本轮已发表意见"));
        }
    }

    static final class Recheck implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            guard(state, order.actor(), setting).ifPresent(Refusal::raise);
            Command.Recheck given = order.payload(Command.Recheck.class);
            Set<String> wanted = given.checks();
            if (wanted.isEmpty()
                    || wanted.stream().anyMatch(c -> setting.rules().check(c).isEmpty())) {
                throw refuse(ErrorCode.BAD_ARGUMENT, state, "请指明需要重新核查的核查项，且须为政策包要求的核查项");
            }
            requireReasons(state, given.reasons());
            return IntakeRules.follow(
                    new Rechecked(wanted, given.reasons()), SlotOpening.named(state, setting, wanted));
        }

        @Override
        public Optional<Refusal> guard(State state, Optional<Actor> actor, Setting setting) {
            int most = setting.rules().recheckRounds();
            return state.verification().recheckRounds() >= most
                    ? Optional.of(Refusal.of(ErrorCode.ILLEGAL_TRANSITION, state, "重新核查最多 " + most + " 轮，已用完"))
                    : Optional.empty();
        }
    }

    static void requireReasons(State state, String reasons) {
        if (reasons.isBlank()) {
            throw refuse(ErrorCode.EVIDENCE_MISSING, state, "须写明理由");
        }
    }
}

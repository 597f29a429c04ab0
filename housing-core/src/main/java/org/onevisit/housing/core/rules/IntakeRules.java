package org.onevisit.housing.core.rules;

import static org.onevisit.housing.core.rules.Refusal.refuse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.event.IntakeEvents.Accepted;
import org.onevisit.housing.core.event.IntakeEvents.Declined;
import org.onevisit.housing.core.event.IntakeEvents.DeemedAccepted;
import org.onevisit.housing.core.event.IntakeEvents.MadeGood;
import org.onevisit.housing.core.event.IntakeEvents.MakeGoodRequested;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.state.State.Flag;
import org.onevisit.housing.core.submission.MakeGoodCheck;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.view.MakeGoodList;

/** Stage 1, 申请受理. Administrative Licensing Law, article 32: ask once for everything, within five working days. */
final class IntakeRules {
    private IntakeRules() {}

    static MakeGoodList missing(State state, Setting setting) {
        return new MakeGoodCheck().check(state.application(), setting.rules(), setting.today());
    }

    /** One event, and what follows from it. */
    static List<Event> follow(Event first, List<Event> next) {
        return Stream.concat(Stream.of(first), next.stream()).toList();
    }

    static final class Accept implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            guard(state, order.actor(), setting).ifPresent(Refusal::raise);
            return follow(new Accepted(setting.today()), SlotOpening.all(state, setting));
        }

        @Override
        public Optional<Refusal> guard(State state, Optional<Actor> actor, Setting setting) {
            MakeGoodList missing = missing(state, setting);
            return missing.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Refusal.of(
                            ErrorCode.EVIDENCE_MISSING,
                            state,
                            "材料或授权不齐，缺 " + missing.items().size() + " 项；请一次性告知补正"));
        }
    }

    static final class RequestMakeGood implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            guard(state, order.actor(), setting).ifPresent(Refusal::raise);
            return List.of(new MakeGoodRequested(missing(state, setting).items()));
        }

        @Override
        public Optional<Refusal> guard(State state, Optional<Actor> actor, Setting setting) {
            if (state.flags().contains(Flag.MAKE_GOOD_USED)) {
                return Optional.of(Refusal.of(ErrorCode.ILLEGAL_TRANSITION, state, "补正只能一次性告知一次，已告知过"));
            }
            return missing(state, setting).isEmpty()
                    ? Optional.of(Refusal.of(ErrorCode.ILLEGAL_TRANSITION, state, "材料齐全，无需补正；请受理"))
                    : Optional.empty();
        }
    }

    static final class MakeGood implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            Command.MakeGood given = order.payload(Command.MakeGood.class);
            if (given.documents().isEmpty() && given.authorisations().isEmpty()) {
                throw refuse(ErrorCode.EVIDENCE_MISSING, state, "没有提交任何补正材料");
            }
            Signatures.check(state, given.authorisations(), given.documents(), setting);
            return List.of(new MadeGood(given.documents(), given.authorisations()));
        }
    }

    static final class Decline implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            Command.Decline given = order.payload(Command.Decline.class);
            if (!setting.rules().declineReasons().contains(given.reason())) {
                throw refuse(
                        ErrorCode.BAD_ARGUMENT,
                        state,
                        "不予受理的理由须为：" + String.join("、", setting.rules().declineReasons()));
            }
            boolean stillIncomplete = state.flags().contains(Flag.MAKE_GOOD_USED)
                    && !missing(state, setting).isEmpty();
            if ("INCOMPLETE".equals(given.reason()) && !stillIncomplete) {
                throw refuse(ErrorCode.ILLEGAL_TRANSITION, state, "补正之前或材料齐全时，不能以材料不齐为由不予受理");
            }
            return List.of(new Declined(given.reason(), given.text()));
        }
    }

    static final class Deem implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            return follow(new DeemedAccepted(state.timeline().intakeFrom()), SlotOpening.all(state, setting));
        }
    }
}

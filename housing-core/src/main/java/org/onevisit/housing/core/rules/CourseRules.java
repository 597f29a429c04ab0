package org.onevisit.housing.core.rules;

import static org.onevisit.housing.core.rules.Refusal.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.event.AuthorisationEvents.AuthorisationsEnded;
import org.onevisit.housing.core.event.CourseEvents.Amended;
import org.onevisit.housing.core.event.CourseEvents.Discontinued;
import org.onevisit.housing.core.event.CourseEvents.Extended;
import org.onevisit.housing.core.event.CourseEvents.Paused;
import org.onevisit.housing.core.event.CourseEvents.Reconsidered;
import org.onevisit.housing.core.event.CourseEvents.Resumed;
import org.onevisit.housing.core.event.CourseEvents.Withdrawn;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.event.Fold;
import org.onevisit.housing.core.event.Recorded;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.state.State.Flag;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.spi.calendar.Deadline;

/** What can be done in several stages. */
final class CourseRules {
    private CourseRules() {}

    static final class Amend implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            Command.Amend given = order.payload(Command.Amend.class);
            ReviewRules.requireReasons(state, given.reasons());
            Application next = given.application();
            if (!next.division().equals(state.application().division())) {
                throw refuse(ErrorCode.BAD_ARGUMENT, state, "更正不能改变受理县市；请终止后向有权县市申请");
            }
            HouseholdChange change = HouseholdChange.of(state, next, setting);
            List<Event> events = new ArrayList<>();
            Application kept = change.kept();
            events.add(new Amended(kept, Routing.of(kept), change.touched(), given.reasons()));
            if (!change.ended().isEmpty()) {
                events.add(new AuthorisationsEnded(change.ended()));
            }
            if (state.step().stage().filter(s -> s != Stage.INTAKE).isPresent()) {
                events.addAll(SlotOpening.touched(
                        after(state, events, order, setting), setting, change.touched(), change.regrouped()));
                events.addAll(VerificationRules.signed(after(state, events, order, setting), kept, List.of(), setting));
            }
            return events;
        }

        private static State after(State state, List<Event> events, Order order, Setting setting) {
            State now = state;
            for (Event event : events) {
                now = Fold.apply(now, new Recorded(event, order.moment(setting.now())));
            }
            return now;
        }
    }

    static final class Pause implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            guard(state, order.actor(), setting).ifPresent(Refusal::raise);
            Command.Pause given = order.payload(Command.Pause.class);
            if (setting.rules().pauses().stream().noneMatch(p -> p.reason().equals(given.reason()))) {
                String known = String.join(
                        "、",
                        setting.rules().pauses().stream().map(p -> p.reason()).toList());
                throw refuse(ErrorCode.BAD_ARGUMENT, state, "暂停理由须为：" + known);
            }
            return List.of(new Paused(given.reason(), given.text()));
        }

        @Override
        public Optional<Refusal> guard(State state, Optional<Actor> actor, Setting setting) {
            return state.timeline().pause().isPresent()
                    ? Optional.of(Refusal.of(ErrorCode.ILLEGAL_TRANSITION, state, "时限已暂停"))
                    : Optional.empty();
        }
    }

    static final class Resume implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            guard(state, order.actor(), setting).ifPresent(Refusal::raise);
            return List.of(new Resumed());
        }

        @Override
        public Optional<Refusal> guard(State state, Optional<Actor> actor, Setting setting) {
            return state.timeline().pause().isEmpty()
                    ? Optional.of(Refusal.of(ErrorCode.ILLEGAL_TRANSITION, state, "时限没有暂停"))
                    : Optional.empty();
        }
    }

    static final class Extend implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            guard(state, order.actor(), setting).ifPresent(Refusal::raise);
            String reasons = order.payload(Command.Extend.class).reasons();
            ReviewRules.requireReasons(state, reasons);
            return List.of(new Extended(reasons));
        }

        @Override
        public Optional<Refusal> guard(State state, Optional<Actor> actor, Setting setting) {
            return state.flags().contains(Flag.EXTENDED)
                    ? Optional.of(Refusal.of(ErrorCode.ILLEGAL_TRANSITION, state, "只能延长一次，已延长"))
                    : Optional.empty();
        }
    }

    static final class Withdraw implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            return List.of(new Withdrawn(order.payload(Command.Withdraw.class).reasons()));
        }
    }

    static final class Discontinue implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            Command.Discontinue given = order.payload(Command.Discontinue.class);
            ReviewRules.requireReasons(state, given.reasons());
            return List.of(new Discontinued(given.cause(), given.reasons()));
        }
    }

    static final class Reconsider implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            guard(state, order.actor(), setting).ifPresent(Refusal::raise);
            String reasons = order.payload(Command.Reconsider.class).reasons();
            ReviewRules.requireReasons(state, reasons);
            return IntakeRules.follow(new Reconsidered(setting.today(), reasons), SlotOpening.anew(state, setting));
        }

        @Override
        public Optional<Refusal> guard(State state, Optional<Actor> actor, Setting setting) {
            if (state.flags().contains(Flag.RECONSIDERED)) {
                return Optional.of(Refusal.of(ErrorCode.ILLEGAL_TRANSITION, state, "只能复核一次，已复核"));
            }
            Deadline window = new Clocks(state, setting.rules(), setting.calendar(), setting.now())
                    .reconsideration()
                    .orElseThrow();
            return setting.today().isAfter(window.day())
                    ? Optional.of(Refusal.of(
                            ErrorCode.ILLEGAL_TRANSITION, state, "申请复核的期限已于 " + window.day() + " 届满；可申请行政复议"))
                    : Optional.empty();
        }
    }
}

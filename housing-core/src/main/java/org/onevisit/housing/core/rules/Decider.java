package org.onevisit.housing.core.rules;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMap.Builder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.event.CourseEvents.PauseLimitReached;
import org.onevisit.housing.core.event.EditionEvents.EditionChanged;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.event.Fold;
import org.onevisit.housing.core.event.IntakeEvents.MakeGoodLapsed;
import org.onevisit.housing.core.event.Moment;
import org.onevisit.housing.core.event.Recorded;
import org.onevisit.housing.core.flow.FlowTable;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.process.Actor;

/** {@code decide(state, order, setting) → events}: the table says whether, the rule says what, the core raises what follows. */
public final class Decider {
    private static final ImmutableMap<Trigger, Rule> RULES = rules();

    private Decider() {}

    /**
     * Decides an order.
     *
     * @throws org.onevisit.housing.process.HousingException ILLEGAL_TRANSITION, FORBIDDEN, or what the rule refuses with
     */
    public static Decision decide(State state, Order order, Setting setting) {
        FlowTable.Row row = FlowTable.row(state.step(), order.trigger())
                .orElseThrow(() -> Refusal.illegal(state, order.trigger()).exception());
        if (!Authority.permits(row.who(), order.actor(), state)) {
            throw Authority.forbidden(order.actor().orElseThrow(), "对申请 " + state.number() + " 执行 " + order.trigger());
        }
        List<Event> events = rule(order.trigger()).decide(state, order, setting);
        return follow(state, order.moment(setting.now()), events, setting);
    }

    /** Records what has happened outside the table, and what follows from it. */
    public static Decision record(State state, Moment moment, List<Event> events, Setting setting) {
        return follow(state, moment, events, setting);
    }

    /** Records what has happened outside the table, each with a moment of its own, and what follows from it. */
    public static Decision record(State state, List<Recorded> events, Setting setting) {
        return follow(state, events, setting);
    }

    /** Why an actor cannot pull a trigger now; empty if they can. */
    public static Optional<Refusal> refusal(State state, Trigger trigger, Actor actor, Setting setting) {
        Optional<FlowTable.Row> row = FlowTable.row(state.step(), trigger);
        if (row.isEmpty()) {
            return Optional.of(Refusal.illegal(state, trigger));
        }
        return Authority.permits(row.get().who(), Optional.of(actor), state)
                ? rule(trigger).guard(state, Optional.of(actor), setting)
                : Optional.of(Authority.refusal(actor, "执行 " + trigger));
    }

    private static Decision follow(State state, Moment moment, List<Event> events, Setting setting) {
        return follow(
                state, events.stream().map(event -> new Recorded(event, moment)).toList(), setting);
    }

    private static Decision follow(State state, List<Recorded> events, Setting setting) {
        List<Recorded> all = new ArrayList<>(events);
        State now = state;
        for (Recorded recorded : events) {
            now = Fold.apply(now, recorded);
        }
        Moment own = new Moment(setting.now(), Moment.SYSTEM, "");
        boolean finding = events.stream().anyMatch(e -> e.event()
                .trigger()
                .filter(Trigger.FINDING_RECEIVED::equals)
                .isPresent());
        Optional<Event> raised = finding ? Cascade.flipped(now, setting) : Optional.empty();
        if (events.stream().anyMatch(e -> e.event() instanceof EditionChanged)) {
            raised = Cascade.otherwise(now, setting);
        }
        if (raised.isEmpty() && !events.isEmpty()) {
            raised = Cascade.next(now, setting);
        }
        while (raised.isPresent()) {
            Recorded recorded = new Recorded(raised.get(), own);
            all.add(recorded);
            now = Fold.apply(now, recorded);
            raised = Cascade.next(now, setting);
        }
        return new Decision(now, List.copyOf(all));
    }

    private static Rule rule(Trigger trigger) {
        Rule rule = RULES.get(trigger);
        if (rule == null) {
            throw new IllegalStateException(trigger + " is raised by the core and cannot be sent");
        }
        return rule;
    }

    private static ImmutableMap<Trigger, Rule> rules() {
        Builder<Trigger, Rule> rules = ImmutableMap.builder();
        Rule speak = new ReviewRules.Speak();
        return rules.put(Trigger.ACCEPT, new IntakeRules.Accept())
                .put(Trigger.REQUEST_MAKE_GOOD, new IntakeRules.RequestMakeGood())
                .put(Trigger.MADE_GOOD, new IntakeRules.MakeGood())
                .put(Trigger.DECLINE, new IntakeRules.Decline())
                .put(Trigger.DEEMED_ACCEPTED, new IntakeRules.Deem())
                .put(Trigger.MAKE_GOOD_LAPSED, (state, order, setting) -> List.of(new MakeGoodLapsed()))
                .put(Trigger.FINDING_RECEIVED, new VerificationRules.Receive())
                .put(Trigger.SLOT_OVERDUE, new VerificationRules.Overdue())
                .put(Trigger.AUTHORISED, new VerificationRules.Authorise())
                .put(Trigger.REVOKE, new VerificationRules.Revoke())
                .put(Trigger.ENDORSE, speak)
                .put(Trigger.OPPOSE, speak)
                .put(Trigger.RECHECK, new ReviewRules.Recheck())
                .put(Trigger.VOTE, new PanelRules.Cast())
                .put(Trigger.NOTICE_POSTED, new PublicityRules.Post())
                .put(Trigger.NOTICE_EXPIRED, new PublicityRules.Expire())
                .put(Trigger.OBJECTION_RAISED, new PublicityRules.Object())
                .put(Trigger.OBJECTION_DISMISSED, new PublicityRules.Dismiss())
                .put(Trigger.OBJECTION_UPHELD, new PublicityRules.Uphold())
                .put(Trigger.RECONSIDER, new CourseRules.Reconsider())
                .put(Trigger.AMEND, new CourseRules.Amend())
                .put(Trigger.PAUSE, new CourseRules.Pause())
                .put(Trigger.RESUME, new CourseRules.Resume())
                .put(Trigger.PAUSE_LIMIT_REACHED, (state, order, setting) -> List.of(new PauseLimitReached()))
                .put(Trigger.EXTEND, new CourseRules.Extend())
                .put(Trigger.WITHDRAW, new CourseRules.Withdraw())
                .put(Trigger.DISCONTINUE, new CourseRules.Discontinue())
                .buildOrThrow();
    }
}

package org.onevisit.housing.core.rules;

import static org.onevisit.housing.core.rules.Refusal.refuse;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.event.DecisionEvents.NoticeExpired;
import org.onevisit.housing.core.event.DecisionEvents.NoticePosted;
import org.onevisit.housing.core.event.DecisionEvents.ObjectionDismissed;
import org.onevisit.housing.core.event.DecisionEvents.ObjectionRaised;
import org.onevisit.housing.core.event.DecisionEvents.ObjectionUpheld;
import org.onevisit.housing.core.event.DecisionEvents.ObjectionsCleared;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.rules.Arrivals.Objecting;
import org.onevisit.housing.core.rules.Arrivals.Posted;
import org.onevisit.housing.core.state.Award;
import org.onevisit.housing.core.state.Publicity.Notice;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.view.ApplicationView.Objection;
import org.onevisit.housing.view.AwardView;

/** Stage 4, publicity (公示) and objections (异议). */
final class PublicityRules {
    private PublicityRules() {}

    static final class Post implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            return List.of(new NoticePosted(
                    order.payload(Posted.class).outlet(),
                    setting.today(),
                    lastDay(setting),
                    setting.bench().noticePeriod()));
        }
    }

    static final class Expire implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            Explanation why = state.decided().orElseThrow();
            YearMonth first = YearMonth.from(setting.today()).plusMonths(1);
            Award award = new Award(
                    AwardView.State.ACTIVE,
                    why.calculation().flatMap(c -> c.monthly()),
                    first,
                    first.plusYears(1).atDay(1),
                    Optional.empty(),
                    List.of(),
                    why);
            return List.of(new NoticeExpired(award));
        }
    }

    static final class Object implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            Objecting given = order.payload(Objecting.class);
            LocalDate last = state.publicity().notice().flatMap(Notice::lastDay).orElseThrow();
            if (setting.today().isAfter(last)) {
                throw refuse(ErrorCode.ILLEGAL_TRANSITION, state, "公示期已满，不再接受异议");
            }
            if (given.name().isBlank()
                    || given.contact().isBlank()
                    || given.reasons().isBlank()) {
                throw refuse(ErrorCode.EVIDENCE_MISSING, state, "异议须实名提出，并写明联系方式和理由");
            }
            return List.of(new ObjectionRaised(setting.ids().item(), given.name(), given.contact(), given.reasons()));
        }
    }

    static final class Dismiss implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            Command.DismissObjection given = order.payload(Command.DismissObjection.class);
            requireOpen(state, given.objection());
            ReviewRules.requireReasons(state, given.reasons());
            return List.of(new ObjectionDismissed(given.objection(), given.reasons()));
        }
    }

    static final class Uphold implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            Command.UpholdObjection given = order.payload(Command.UpholdObjection.class);
            requireOpen(state, given.objection());
            ReviewRules.requireReasons(state, given.reasons());
            return List.of(new ObjectionUpheld(given.objection(), given.reasons()));
        }
    }

    /** The last objection is dismissed: the due date stands, or the period begins anew. */
    static Event cleared(State state, Setting setting) {
        Notice notice = state.publicity().notice().orElseThrow();
        return setting.bench().republish()
                ? new ObjectionsCleared(setting.today(), lastDay(setting))
                : new ObjectionsCleared(
                        notice.firstDay().orElseThrow(), notice.lastDay().orElseThrow());
    }

    private static LocalDate lastDay(Setting setting) {
        return setting.calendar()
                .after(setting.today(), setting.bench().noticePeriod())
                .day();
    }

    private static void requireOpen(State state, String id) {
        boolean open = state.publicity()
                .objection(id)
                .filter(o -> o.ruling() == Objection.Ruling.OPEN)
                .isPresent();
        if (!open) {
            throw refuse(ErrorCode.NOT_FOUND, state, "没有这条待处理的异议");
        }
    }
}

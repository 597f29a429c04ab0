package org.onevisit.housing.core.rules;

import static org.onevisit.housing.core.rules.Refusal.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onevisit.housing.core.event.DecisionEvents.PanelAgreed;
import org.onevisit.housing.core.event.DecisionEvents.PanelRefused;
import org.onevisit.housing.core.event.DecisionEvents.PanelReturned;
import org.onevisit.housing.core.event.DecisionEvents.Voted;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.state.Publicity;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.explanation.CriterionResult;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.explanation.FactUsed;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command.Vote;
import org.onevisit.housing.process.Command.Vote.Choice;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.spi.policy.ProcessRules.PanelRule;
import org.onevisit.housing.spi.policy.ProcessRules.PanelRule.Decision;
import org.onevisit.housing.spi.policy.ProcessRules.Silence;

/**
 * Stage 4, the joint review panel: own seat, once a round. It cannot approve against a criterion not met, over an unknown one only
 * where the pack says so, and refuses only on a criterion or an objection that it cites.
 */
final class PanelRules {
    private PanelRules() {}

    static final class Cast implements Rule {
        @Override
        public List<Event> decide(State state, Order order, Setting setting) {
            Vote vote = order.payload(Vote.class);
            Actor actor = order.actor().orElseThrow();
            PanelRule panel = setting.rules().panel();
            String seat = seat(state, actor, panel)
                    .orElseThrow(() -> noSeat(state, actor, panel).exception());
            Explanation why = setting.bench().explain(state);
            if (vote.choice() == Choice.APPROVE) {
                bar(state, why, setting).ifPresent(reason -> {
                    throw refuse(ErrorCode.PANEL_BOUND, state, reason);
                });
            } else {
                ReviewRules.requireReasons(state, vote.reasons());
            }
            if (vote.choice() == Choice.REFUSE && cited(state, why).isEmpty()) {
                throw refuse(ErrorCode.PANEL_BOUND, state, "没有不符合的条件，也没有成立的异议，不能不予批准；可退回街道审核");
            }
            return List.of(new Voted(seat, vote.choice(), vote.reasons()));
        }

        @Override
        public Optional<Refusal> guard(State state, Optional<Actor> actor, Setting setting) {
            PanelRule panel = setting.rules().panel();
            return actor.filter(a -> seat(state, a, panel).isEmpty()).map(a -> noSeat(state, a, panel));
        }
    }

    /** The seat for which an actor votes: the own one, not yet used in this round. */
    private static Optional<String> seat(State state, Actor actor, PanelRule panel) {
        return own(actor, panel)
                .map(PanelRule.Seat::code)
                .filter(code -> !state.hearing().voted(code))
                .findFirst();
    }

    private static Stream<PanelRule.Seat> own(Actor actor, PanelRule panel) {
        return panel.seats().stream().filter(s -> actor.actsFor(s.code()));
    }

    private static Refusal noSeat(State state, Actor actor, PanelRule panel) {
        return own(actor, panel).findAny().isEmpty()
                ? Authority.refusal(actor, "投票：没有席位")
                : Refusal.of(ErrorCode.ALREADY_SPOKEN, state, "该席位在本轮已投票");
    }

    /** Why the panel cannot approve, zh-CN; empty when it can. */
    static Optional<String> bar(State state, Explanation why, Setting setting) {
        for (CriterionResult criterion : why.judgement().criteria()) {
            if (criterion.met() == Met.NOT_MET) {
                return Optional.of("条件“" + criterion.text() + "”不符合，不能批准");
            }
        }
        for (CriterionResult criterion : why.judgement().criteria()) {
            if (criterion.met() == Met.UNKNOWN && !mayPassOver(criterion, setting)) {
                return Optional.of("条件“" + criterion.text() + "”无法判断，政策包不允许带缺口批准；可退回街道审核");
            }
        }
        return why.judgement().overall() == Met.UNKNOWN
                        && why.judgement().criteria().isEmpty()
                ? Optional.of("保障类别无法判断，不能批准")
                : Optional.empty();
    }

    private static boolean mayPassOver(CriterionResult criterion, Setting setting) {
        Set<String> gaps = criterion.facts().stream()
                .filter(f -> f.gap().isPresent())
                .map(FactUsed::source)
                .map(source -> source.orElse(""))
                .collect(Collectors.toSet());
        return !gaps.isEmpty()
                && gaps.stream().allMatch(check -> setting.rules()
                        .check(check)
                        .filter(rule -> rule.silence() == Silence.FLAG)
                        .isPresent());
    }

    /** What a refusal cites: criteria not met, and an objection that was upheld. */
    static List<String> cited(State state, Explanation why) {
        List<String> cited = new ArrayList<>();
        why.judgement().criteria().stream().filter(c -> c.met() == Met.NOT_MET).forEach(c -> cited.add(c.code()));
        state.hearing().upheld().ifPresent(objection -> cited.add("objection:" + objection));
        return cited;
    }

    /** What the votes come to, or nothing while more are awaited. */
    static Optional<Event> outcome(State state, Setting setting) {
        PanelRule panel = setting.rules().panel();
        Optional<Choice> choice = count(state, panel);
        if (choice.isEmpty()) {
            return Optional.empty();
        }
        if (choice.get() == Choice.RETURN) {
            return Optional.of(new PanelReturned());
        }
        Explanation why = setting.bench().explain(state);
        if (choice.get() == Choice.REFUSE) {
            return Optional.of(new PanelRefused(cited(state, why), why));
        }
        Publicity.Notice notice = new Publicity.Notice(
                setting.ids().item(),
                setting.bench().notice(state, why),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(setting.now()));
        return Optional.of(new PanelAgreed(notice, why));
    }

    /** Counts the votes: empty while the outcome is open, RETURN on a tie or where the rule is not met. */
    private static Optional<Choice> count(State state, PanelRule panel) {
        int seats = panel.seats().size();
        int cast = state.hearing().ballots().size();
        for (Choice choice : Choice.values()) {
            long votes = state.hearing().ballots().stream()
                    .filter(b -> b.choice() == choice)
                    .count();
            boolean carried = panel.decision() == Decision.UNANIMOUS ? votes == seats : votes * 2 > seats;
            if (carried) {
                return Optional.of(choice);
            }
        }
        return cast >= seats ? Optional.of(Choice.RETURN) : Optional.empty();
    }
}

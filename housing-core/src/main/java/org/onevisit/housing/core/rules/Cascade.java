package org.onevisit.housing.core.rules;

import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.event.DecisionEvents.ObjectionsCarriedOver;
import org.onevisit.housing.core.event.DecisionEvents.OpinionComplete;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.event.VerificationEvents.ChecksSettled;
import org.onevisit.housing.core.event.VerificationEvents.VerdictChanged;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.explanation.Calculation;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.ApplicationView.Objection;

/** What the core raises by itself, in the same commit as its cause. */
final class Cascade {
    private Cascade() {}

    /** The next event that follows from a state alone; empty when nothing does. */
    static Optional<Event> next(State state, Setting setting) {
        return switch (state.step()) {
            case CHECKING ->
                state.verification().settled() ? Optional.of(new ChecksSettled(Gaps.of(state))) : Optional.empty();
            case REVIEWING ->
                state.hearing().opinions().size() >= setting.rules().reviewOfficers()
                        ? Optional.of(new OpinionComplete(state.hearing().opposed()))
                        : Optional.empty();
            case VOTING -> PanelRules.outcome(state, setting);
            case NOTICE_OPEN -> carriedOver(state);
            case OBJECTED ->
                state.publicity().objectionOpen()
                        ? Optional.empty()
                        : Optional.of(PublicityRules.cleared(state, setting));
            default -> Optional.empty();
        };
    }

    /** No notice runs out over an objection that nobody has ruled on. */
    private static Optional<Event> carriedOver(State state) {
        List<String> open = state.publicity().objections().stream()
                .filter(o -> o.ruling() == Objection.Ruling.OPEN)
                .map(Objection::id)
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(new ObjectionsCarriedOver(open));
    }

    /** Does a finding flip the verdict on which the panel has agreed? */
    static Optional<Event> flipped(State state, Setting setting) {
        return agreed(state)
                .filter(was -> {
                    Met after = setting.bench().explain(state).judgement().overall();
                    return was.judgement().overall() != after && after == Met.NOT_MET;
                })
                .map(was -> new VerdictChanged());
    }

    /** Does another edition come to another verdict, or another amount, than the one on which the panel has agreed? */
    static Optional<Event> otherwise(State state, Setting setting) {
        return agreed(state)
                .filter(was -> {
                    Explanation now = setting.bench().explain(state);
                    return was.judgement().overall() != now.judgement().overall()
                            || !was.calculation()
                                    .flatMap(Calculation::monthly)
                                    .equals(now.calculation().flatMap(Calculation::monthly));
                })
                .map(was -> new VerdictChanged());
    }

    private static Optional<Explanation> agreed(State state) {
        boolean published =
                state.step() == Step.POSTING || state.step() == Step.NOTICE_OPEN || state.step() == Step.OBJECTED;
        return published ? state.decided() : Optional.empty();
    }
}

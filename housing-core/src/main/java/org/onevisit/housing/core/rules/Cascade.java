package org.onevisit.housing.core.rules;

import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.event.DecisionEvents.ObjectionsCarriedOver;
import org.onevisit.housing.core.event.DecisionEvents.OpinionComplete;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.event.VerificationEvents.ChecksSettled;
import org.onevisit.housing.core.event.VerificationEvents.VerdictChanged;
import org.onevisit.housing.core.state.State;
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
        boolean published =
                state.step() == Step.POSTING || state.step() == Step.NOTICE_OPEN || state.step() == Step.OBJECTED;
        if (!published || state.decided().isEmpty()) {
            return Optional.empty();
        }
        Met before = state.decided().get().judgement().overall();
        Met after = setting.bench().explain(state).judgement().overall();
        return before != after && after == Met.NOT_MET ? Optional.of(new VerdictChanged()) : Optional.empty();
    }
}

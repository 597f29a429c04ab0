package org.onevisit.housing.core.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.core.event.AwardEvents.ReviewOpened;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.event.VerificationEvents.FindingContradicted;
import org.onevisit.housing.core.event.VerificationEvents.FindingReceived;
import org.onevisit.housing.core.state.Award;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.explanation.Calculation;
import org.onevisit.housing.explanation.CriterionResult;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.view.AwardView;

/**
 * A late or contradicting finding opens a review of the award, with the difference that it makes; nothing is overwritten. Where two
 * findings contradict the agency is asked again: the review is judged by what it says then.
 */
final class AfterDecision {
    private AfterDecision() {}

    /** A finding that differs from the one that counts. */
    static List<Event> contradicted(State state, FindingContradicted event, Setting setting) {
        if (!opens(state)) {
            return List.of(event);
        }
        return IntakeRules.follow(
                event,
                IntakeRules.follow(
                        opened(state, event.check(), event.finding(), true, setting),
                        SlotOpening.named(state, setting, Set.of(event.check()))));
    }

    /** A first finding that comes late. */
    static List<Event> late(State state, FindingReceived event, Setting setting) {
        return opens(state)
                ? List.of(event, opened(state, event.check(), event.finding(), false, setting))
                : List.of(event);
    }

    private static boolean opens(State state) {
        return state.award()
                .filter(award -> award.state() != AwardView.State.ENDED
                        && award.openReview().isEmpty())
                .isPresent();
    }

    private static ReviewOpened opened(
            State state, String check, Finding finding, boolean contradicts, Setting setting) {
        Optional<Explanation> before = explanation(state, setting);
        Optional<Explanation> after = explanation(supposing(state, check, finding.answers()), setting);
        return new ReviewOpened(
                new Clocks(state, setting.rules(), setting.calendar(), setting.now())
                        .longestCheck("", setting.today())
                        .day(),
                new Award.Reason(
                        check,
                        contradicts,
                        setting.today(),
                        differences(before, after),
                        monthly(before),
                        monthly(after)));
    }

    private static State supposing(State state, String check, Map<String, Answer> answers) {
        return state.with(state.verification().changed(check, slot -> slot.supposing(answers)));
    }

    /** Empty where the edition cannot be asked now: a finding is recorded all the same. */
    private static Optional<Explanation> explanation(State state, Setting setting) {
        try {
            return Optional.of(setting.bench().explain(state));
        } catch (HousingException e) {
            return Optional.empty();
        }
    }

    private static List<Award.Difference> differences(Optional<Explanation> before, Optional<Explanation> after) {
        List<Award.Difference> found = new ArrayList<>();
        if (before.isPresent() && after.isPresent()) {
            for (CriterionResult now : after.get().judgement().criteria()) {
                before.get().judgement().criteria().stream()
                        .filter(old -> old.code().equals(now.code()) && old.met() != now.met())
                        .forEach(old -> found.add(
                                new Award.Difference(now.code(), now.clause(), now.text(), old.met(), now.met())));
            }
        }
        return List.copyOf(found);
    }

    private static Optional<Money> monthly(Optional<Explanation> explanation) {
        return explanation.flatMap(Explanation::calculation).flatMap(Calculation::monthly);
    }
}

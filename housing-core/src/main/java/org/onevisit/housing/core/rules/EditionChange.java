package org.onevisit.housing.core.rules;

import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.event.EditionEvents.EditionChanged;
import org.onevisit.housing.core.event.EditionEvents.EditionKept;
import org.onevisit.housing.core.event.EditionEvents.EditionOffered;
import org.onevisit.housing.core.event.EditionEvents.Verdict;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.event.Moment;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.explanation.Calculation;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.policy.EditionId;
import org.onevisit.housing.view.OutcomeChange.Treatment;

/** What becomes of one open application when another edition is in force. Pure. */
public final class EditionChange {
    private EditionChange() {}

    /** What the clause makes of an application; nothing when it was considered for that edition before. */
    public static Treatment treatment(State state, EditionId to, Clause clause, Verdict before, Verdict after) {
        boolean considered = clause != Clause.BACK
                && state.identity()
                        .passage()
                        .filter(p -> p.offered().sha256().equals(to.sha256()))
                        .isPresent();
        if (!state.step().isOpen()
                || considered
                || state.identity().edition().sha256().equals(to.sha256())) {
            return Treatment.STAYS;
        }
        return switch (clause) {
            case PIN -> Treatment.STAYS;
            case ALL, BACK -> Treatment.CHANGES;
            case MANUAL -> Treatment.TO_DECIDE;
            case FAVOURABLE -> better(before, after) ? Treatment.CHANGES : Treatment.STAYS;
        };
    }

    /** Is the second better for the household: by eligibility, then by amount? An unknown is never better, nor bettered. */
    static boolean better(Verdict before, Verdict after) {
        if (before.overall() == Met.UNKNOWN || after.overall() == Met.UNKNOWN) {
            return false;
        }
        if (before.overall() != after.overall()) {
            return after.overall() == Met.MET;
        }
        return after.overall() == Met.MET
                && before.monthly().isPresent()
                && after.monthly().isPresent()
                && after.monthly().get().compareTo(before.monthly().get()) > 0;
    }

    /** Decides by the clause; {@code own} is the setting that judges now, {@code next} that of the other edition. */
    public static Decision decide(State state, EditionId to, Clause clause, Setting own, Setting next) {
        Verdict before = verdict(own.bench().explain(state));
        Verdict after = verdict(next.bench().explain(state));
        EditionId from = state.identity().edition();
        Optional<Event> event =
                switch (treatment(state, to, clause, before, after)) {
                    case CHANGES -> Optional.of(new EditionChanged(from, to, clause.name(), before, after, ""));
                    case TO_DECIDE -> Optional.of(new EditionOffered(from, to, before, after));
                    case STAYS ->
                        considers(state, to, clause)
                                ? Optional.of(new EditionKept(from, to, clause.name(), before, after, ""))
                                : Optional.empty();
                };
        return recorded(state, new Moment(own.now(), Moment.SYSTEM, ""), event, own, next);
    }

    /** Is there something to journal although the edition stays? */
    private static boolean considers(State state, EditionId to, Clause clause) {
        return clause == Clause.FAVOURABLE
                && state.step().isOpen()
                && !state.identity().edition().sha256().equals(to.sha256())
                && state.identity()
                        .passage()
                        .filter(p -> p.offered().sha256().equals(to.sha256()))
                        .isEmpty();
    }

    /**
     * The edition that a supervisor decides on.
     *
     * @throws HousingException ILLEGAL_TRANSITION when there is none, EVIDENCE_MISSING without reasons
     */
    public static EditionId toDecide(State state, String reasons) {
        EditionId offered = state.identity()
                .toDecide()
                .filter(edition -> state.step().isOpen())
                .orElseThrow(() -> Refusal.refuse(ErrorCode.ILLEGAL_TRANSITION, state, "没有待决定的政策版本"));
        ReviewRules.requireReasons(state, reasons);
        return offered;
    }

    /** A supervisor has decided on the edition that was offered. */
    public static Decision chosen(
            State state, EditionId to, boolean adopt, String reasons, Moment moment, Setting own, Setting next) {
        Verdict before = verdict(own.bench().explain(state));
        Verdict after = verdict(next.bench().explain(state));
        EditionId from = state.identity().edition();
        Event event = adopt
                ? new EditionChanged(from, to, Clause.MANUAL.name(), before, after, reasons)
                : new EditionKept(from, to, Clause.MANUAL.name(), before, after, reasons);
        return recorded(state, moment, Optional.of(event), own, next);
    }

    private static Decision recorded(State state, Moment moment, Optional<Event> event, Setting own, Setting next) {
        boolean changes = event.filter(EditionChanged.class::isInstance).isPresent();
        return event.isEmpty()
                ? new Decision(state, List.of())
                : Decider.record(state, moment, List.of(event.get()), changes ? next : own);
    }

    /** What an explanation comes to. */
    public static Verdict verdict(Explanation explanation) {
        Optional<Money> monthly = explanation.calculation().flatMap(Calculation::monthly);
        return new Verdict(explanation.judgement().overall(), monthly);
    }

    /** By what an application goes on. */
    public enum Clause {
        /** It keeps its edition. */
        PIN,
        /** The better one judges it. */
        FAVOURABLE,
        /** It goes over. */
        ALL,
        /** A person decides. */
        MANUAL,
        /** The county has gone back to an earlier edition, and it goes back too. */
        BACK
    }
}

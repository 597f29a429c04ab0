package org.onevisit.housing.view;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Money;

/**
 * One application whose outcome another edition would change. Holds no personal data.
 *
 * @param number of the application
 * @param group whether it is open or decided
 * @param kind what changes
 * @param before eligibility under its own edition
 * @param after eligibility under the other one
 * @param clauses clauses of the criteria that come out differently, in the pack's order, each once
 * @param amountBefore monthly amount under its own edition, where there is one
 * @param amountAfter monthly amount under the other one, where there is one
 * @param treatment what becomes of it by the other edition's transition clause
 */
public record OutcomeChange(
        ApplicationNumber number,
        Group group,
        Kind kind,
        Met before,
        Met after,
        List<String> clauses,
        Optional<Money> amountBefore,
        Optional<Money> amountAfter,
        Treatment treatment) {
    /** Copies the list. */
    public OutcomeChange {
        requireNonNull(number, "number");
        requireNonNull(group, "group");
        requireNonNull(kind, "kind");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        clauses = List.copyOf(clauses);
        requireNonNull(amountBefore, "amountBefore");
        requireNonNull(amountAfter, "amountAfter");
        requireNonNull(treatment, "treatment");
    }

    /** Whether an application still goes its way. */
    public enum Group {
        /** Between submission and outcome. */
        OPEN,
        /** At an outcome. */
        DECIDED
    }

    /** What becomes of an application when the other edition comes in force. */
    public enum Treatment {
        /** It keeps the edition that judges it. */
        STAYS,
        /** The other edition judges it. */
        CHANGES,
        /** A supervisor decides which one judges it. */
        TO_DECIDE
    }

    /** What another edition does to an outcome. */
    public enum Kind {
        /** Nothing: eligible or not as before, and the same amount. */
        SAME,
        /** Not eligible before, eligible after. */
        BETTER,
        /** Eligible before, not eligible after. */
        WORSE,
        /** Eligible both times, with another amount. */
        AMOUNT,
        /** Cannot be told, before or after: a fact is missing. */
        UNKNOWN,
        /** Could not be judged: erased, or one of the editions could not be computed. */
        NOT_JUDGED
    }
}

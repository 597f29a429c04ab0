package org.onevisit.housing.explanation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.onevisit.housing.model.Money;

/**
 * How a monthly amount came about.
 *
 * @param monthly the amount, empty when a fact that it needs is unknown
 * @param steps the formula, step by step
 * @param facts what was looked at
 * @param placeholder does a figure in it have no official source?
 */
public record Calculation(Optional<Money> monthly, List<Step> steps, List<FactUsed> facts, boolean placeholder) {
    /**
     * One step.
     *
     * @param text what is computed, zh-CN
     * @param formula with its numbers filled in, for example {@code 45.00 × 18 = 810.00}
     * @param clause clause of the policy
     */
    public record Step(String text, String formula, String clause) {
        /** Checks that nothing is null. */
        public Step {
            requireNonNull(text, "text");
            requireNonNull(formula, "formula");
            requireNonNull(clause, "clause");
        }
    }

    /** Copies the lists. */
    public Calculation {
        requireNonNull(monthly, "monthly");
        steps = List.copyOf(steps);
        facts = List.copyOf(facts);
    }
}

package org.onevisit.housing.policy.pack.rule;

import java.util.ArrayList;
import java.util.List;
import org.onevisit.housing.explanation.Calculation.Step;

/** Writes down a calculation. Not for several threads. */
final class Steps {
    private final String clause;
    private final List<Step> steps = new ArrayList<>();

    Steps(String clause) {
        this.clause = clause;
    }

    void add(String text, String formula, Value result) {
        steps.add(new Step(text, formula + " = " + Words.two(result), clause));
    }

    List<Step> all() {
        return List.copyOf(steps);
    }
}

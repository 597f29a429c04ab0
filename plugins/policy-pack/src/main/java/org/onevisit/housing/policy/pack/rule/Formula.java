package org.onevisit.housing.policy.pack.rule;

import java.util.List;
import java.util.Set;

/** One of the closed set of shapes that an amount may have. */
interface Formula {
    /** Names of the expressions that the shape needs. */
    static List<String> needs(String kind) {
        return switch (kind) {
            case "RATE_X_AREA" -> List.of("perPerson", "people", "least", "most", "rate");
            case "GAP_X_PEOPLE" -> List.of("standard", "own", "people", "most", "rate", "coefficient");
            default -> List.of("amount");
        };
    }

    /** Names of the expressions that may be left out. */
    static Set<String> options(String kind) {
        return kind.equals("GAP_X_PEOPLE") ? Set.of("cap") : Set.of();
    }

    /** The shape of this kind with these expressions. */
    static Formula of(String kind, Terms terms) {
        return switch (kind) {
            case "RATE_X_AREA" -> (scope, steps) -> Formulas.rateByArea(terms, scope, steps);
            case "GAP_X_PEOPLE" -> (scope, steps) -> Formulas.gapByPeople(terms, scope, steps);
            default -> (scope, steps) -> Formulas.laidDown(terms, scope, steps);
        };
    }

    /** Computes the monthly amount in yuan, writing down each step. */
    Value compute(Scope scope, Steps steps);
}

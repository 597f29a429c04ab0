package org.onevisit.housing.policy.pack.rule;

import java.util.function.Function;

/**
 * A compiled expression.
 *
 * @param kind what it comes to when nothing is missing
 * @param unit zh-CN, or empty
 * @param eval computes it
 * @param show shows it with its numbers filled in, zh-CN
 */
record Node(Kind kind, String unit, Function<Scope, Value> eval, Function<Scope, String> show) {
    /** What an expression comes to. */
    enum Kind {
        NUMBER,
        TEXT,
        DAY,
        TRUTH
    }

    /** An expression that is shown by its value. */
    static Node of(Kind kind, String unit, Function<Scope, Value> eval) {
        return new Node(kind, unit, eval, scope -> Words.show(eval.apply(scope)));
    }

    /** Computes it. */
    Value value(Scope scope) {
        return eval.apply(scope);
    }

    /** Shows it. */
    String shown(Scope scope) {
        return show.apply(scope);
    }

    /** The same with a unit. */
    Node in(String otherUnit) {
        return new Node(kind, otherUnit, eval, show);
    }
}

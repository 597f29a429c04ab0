package org.onevisit.housing.policy.pack.rule;

import java.math.BigDecimal;

/** The closed set of shapes: what each computes, and each step as people read it. */
final class Formulas {
    private static final Value ZERO = Value.of(BigDecimal.ZERO);

    private Formulas() {}

    /** RATE_X_AREA: rate × area, where the area is so much per person within a floor and a ceiling. */
    static Value rateByArea(Terms terms, Scope scope, Steps steps) {
        Value perPerson = terms.value("perPerson", scope);
        Value people = terms.value("people", scope);
        Value least = terms.value("least", scope);
        Value most = terms.value("most", scope);
        Value wanted = Maths.times(perPerson, people);
        Value area = Maths.least(most, Maths.greatest(least, wanted));
        String product = Words.show(perPerson) + " × " + Words.show(people);
        if (same(area, wanted)) {
            steps.add("保障面积（㎡）", product, area);
        } else {
            steps.add(
                    "保障面积（㎡），不少于 " + Words.show(least) + "，不超过 " + Words.show(most),
                    "min(" + Words.show(most) + ", max(" + Words.show(least) + ", " + product + "))",
                    area);
        }
        Value rate = terms.value("rate", scope);
        Value amount = Maths.times(area, rate);
        steps.add("月补贴额（元）", Words.two(area) + " × " + Words.show(rate), amount);
        return amount;
    }

    /** GAP_X_PEOPLE: (standard − own area per head) × people, within a ceiling, × rate × coefficient; at most the rent. */
    static Value gapByPeople(Terms terms, Scope scope, Steps steps) {
        Value standard = terms.value("standard", scope);
        Value own = terms.value("own", scope);
        Value people = terms.value("people", scope);
        Value most = terms.value("most", scope);
        Value gap = Maths.greatest(ZERO, Maths.minus(standard, own));
        steps.add("人均差额面积（㎡），不低于 0", "max(0, " + Words.show(standard) + " − " + Words.two(own) + ")", gap);
        Value area = Maths.least(most, Maths.times(gap, people));
        steps.add(
                "保障面积（㎡），不超过 " + Words.show(most),
                "min(" + Words.show(most) + ", " + Words.two(gap) + " × " + Words.show(people) + ")",
                area);
        Value rate = terms.value("rate", scope);
        Value coefficient = terms.value("coefficient", scope);
        Value amount = Maths.times(Maths.times(area, rate), coefficient);
        steps.add("月补贴额（元）", Words.two(area) + " × " + Words.show(rate) + " × " + Words.show(coefficient), amount);
        return (isZero(amount) || !terms.has("cap")) ? amount : capped(terms.value("cap", scope), amount, steps);
    }

    private static Value capped(Value cap, Value amount, Steps steps) {
        Value result = Maths.least(cap, amount);
        steps.add("不超过实际月租金（元）", "min(" + Words.two(amount) + ", " + Words.two(cap) + ")", result);
        return result;
    }

    /** FIXED and TABLE: the amount as the pack lays it down. */
    static Value laidDown(Terms terms, Scope scope, Steps steps) {
        Value amount = terms.value("amount", scope);
        steps.add("月补贴额（元）", "定额", amount);
        return amount;
    }

    private static boolean same(Value one, Value other) {
        return one.equals(other) || isZero(Maths.minus(one, other));
    }

    private static boolean isZero(Value value) {
        return value instanceof Value.Num num && num.number().signum() == 0;
    }
}

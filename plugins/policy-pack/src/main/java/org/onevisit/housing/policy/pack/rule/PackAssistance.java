package org.onevisit.housing.policy.pack.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.explanation.Calculation;
import org.onevisit.housing.explanation.Evidence;
import org.onevisit.housing.explanation.Judgement;
import org.onevisit.housing.model.Assistance;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.policy.pack.model.PackFacts;
import org.onevisit.housing.spi.policy.AssistancePolicy;

/** Computes the monthly amount by the formula of the household's category. */
final class PackAssistance implements AssistancePolicy {
    private static final Calculation NOTHING = new Calculation(Optional.empty(), List.of(), List.of(), false);

    private final Map<String, Amount> amounts;
    private final Rounding rounding;
    private final PackFacts facts;

    PackAssistance(Map<String, Amount> amounts, Rounding rounding, PackFacts facts) {
        this.amounts = Map.copyOf(amounts);
        this.rounding = rounding;
        this.facts = facts;
    }

    /**
     * The formula of a category.
     *
     * @param clause clause of the policy
     * @param formula the shape
     * @param placeholder does it use a figure without an official source?
     */
    record Amount(String clause, Formula formula, boolean placeholder) {}

    @Override
    public Calculation calculate(Evidence evidence, Judgement judgement) {
        Amount amount = amounts.get(judgement.category());
        if (amount == null || evidence.application().assistance() != Assistance.RENT_SUBSIDY) {
            return NOTHING;
        }
        Scope scope = new Scope(evidence, facts);
        Steps steps = new Steps(amount.clause());
        Value result = amount.formula().compute(scope, steps);
        if (!(result instanceof Value.Num num)) {
            return new Calculation(Optional.empty(), steps.all(), scope.used(), amount.placeholder());
        }
        BigDecimal yuan = num.number();
        boolean rounded = rounding.changes(yuan);
        if (rounded) {
            steps.add(
                    "舍入到 " + rounding.scale() + " 位小数（元）",
                    yuan.stripTrailingZeros().toPlainString(),
                    Value.of(rounding.round(yuan)));
        }
        Money money = rounding.money(yuan);
        boolean placeholder = amount.placeholder() || (rounded && rounding.placeholder());
        return new Calculation(Optional.of(money), steps.all(), scope.used(), placeholder);
    }
}

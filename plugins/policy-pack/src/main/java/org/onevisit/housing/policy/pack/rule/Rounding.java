package org.onevisit.housing.policy.pack.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.policy.pack.model.Part;

/**
 * How an amount is rounded.
 *
 * @param scale decimals of a yuan, at most 2
 * @param mode which way
 * @param placeholder has the rule no official source?
 */
record Rounding(int scale, RoundingMode mode, boolean placeholder) {
    static Rounding of(Part part) {
        return new Rounding(
                part.number("scale", 2), RoundingMode.valueOf(part.text("mode", "HALF_UP")), part.placeholder());
    }

    BigDecimal round(BigDecimal yuan) {
        return yuan.setScale(scale, mode);
    }

    /** Does it change the amount? */
    boolean changes(BigDecimal yuan) {
        return round(yuan).compareTo(yuan) != 0;
    }

    Money money(BigDecimal yuan) {
        return Money.yuan(round(yuan));
    }
}

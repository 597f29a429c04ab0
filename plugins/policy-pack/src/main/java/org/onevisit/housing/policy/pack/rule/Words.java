package org.onevisit.housing.policy.pack.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.onevisit.housing.explanation.Met;

/** Values in words, zh-CN. */
final class Words {
    static final String UNKNOWN = "未知";
    private static final String NONE = "无";
    private static final int MOST_DECIMALS = 4;

    private Words() {}

    /** A value as people read it. */
    static String show(Value value) {
        if (value instanceof Value.Num num) {
            return number(num.number(), decimals(num.number()));
        } else if (value instanceof Value.Text text) {
            return text.text();
        } else if (value instanceof Value.Day day) {
            return day.day().toString();
        } else if (value instanceof Value.Truth truth) {
            return met(truth.met());
        }
        return value == Value.Special.NONE ? NONE : UNKNOWN;
    }

    /** Two values with the same number of decimals, so that they can be compared by eye. */
    static String pair(Value left, String sign, Value right) {
        if (left instanceof Value.Num a && right instanceof Value.Num b) {
            int scale = Math.max(decimals(a.number()), decimals(b.number()));
            return number(a.number(), scale) + sign + number(b.number(), scale);
        }
        return show(left) + sign + show(right);
    }

    /** Two decimals: money and areas. */
    static String two(Value value) {
        return value instanceof Value.Num num ? number(num.number(), Math.max(2, decimals(num.number()))) : show(value);
    }

    /** Yes, no or unknown. */
    static String met(Met met) {
        return switch (met) {
            case MET -> "是";
            case NOT_MET -> "否";
            case UNKNOWN -> UNKNOWN;
        };
    }

    private static int decimals(BigDecimal number) {
        if (number.scale() <= 2) {
            return Math.max(0, number.scale());
        }
        int needed = number.stripTrailingZeros().scale();
        return needed <= 2 ? 2 : Math.min(needed, MOST_DECIMALS);
    }

    private static String number(BigDecimal number, int decimals) {
        String pattern = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(number.setScale(decimals, RoundingMode.HALF_UP));
    }
}

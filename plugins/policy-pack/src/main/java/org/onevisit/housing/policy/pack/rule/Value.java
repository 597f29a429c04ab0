package org.onevisit.housing.policy.pack.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.onevisit.housing.explanation.Met;

/** What an expression comes to. */
sealed interface Value {
    /** A number. */
    record Num(BigDecimal number) implements Value {}

    /** A code. */
    record Text(String text) implements Value {}

    /** A day. */
    record Day(LocalDate day) implements Value {}

    /** Met or not, or not to be told. */
    record Truth(Met met) implements Value {}

    /** Neither number nor day, but no number and no day at all. */
    enum Special implements Value {
        /** Known not to be there: a day on which nothing ever happened. */
        NONE,
        /** A fact that it needs is missing. */
        UNKNOWN
    }

    /** Met or not. */
    static Value of(boolean met) {
        return new Truth(Met.of(met));
    }

    /** A number. */
    static Value of(BigDecimal number) {
        return new Num(number);
    }

    /** The truth of it; of a gap unknown, of nothing not met. */
    default Met met() {
        if (this instanceof Truth truth) {
            return truth.met();
        }
        return this == Special.NONE ? Met.NOT_MET : Met.UNKNOWN;
    }
}

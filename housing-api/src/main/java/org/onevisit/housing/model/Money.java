package org.onevisit.housing.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of money.
 *
 * @param fen hundredths of a yuan; may be negative
 */
public record Money(long fen) implements Comparable<Money> {
    /** Nothing. */
    public static final Money ZERO = new Money(0);

    /** So many yuan. */
    public static Money yuan(long yuan) {
        return new Money(Math.multiplyExact(yuan, 100));
    }

    /**
     * So many yuan, exactly.
     *
     * @throws ArithmeticException if there is more than two decimals
     */
    public static Money yuan(BigDecimal yuan) {
        return new Money(requireNonNull(yuan, "yuan").movePointRight(2).longValueExact());
    }

    /** So many yuan, rounded to the fen in the given way. */
    public static Money rounded(BigDecimal yuan, RoundingMode mode) {
        return yuan(yuan.setScale(2, mode));
    }

    /** The amount in yuan, with two decimals. */
    public BigDecimal inYuan() {
        return BigDecimal.valueOf(fen, 2);
    }

    /** The sum; an overflow is an {@link ArithmeticException}. */
    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    /** The difference; an overflow is an {@link ArithmeticException}. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /** Yuan with two decimals, for example {@code 810.00}. */
    @Override
    public String toString() {
        return inYuan().toPlainString();
    }
}

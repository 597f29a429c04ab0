package org.onevisit.housing.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * A floor area (建筑面积 unless a rule says otherwise).
 *
 * @param squareMetres square metres, not negative, two decimals
 */
public record FloorArea(BigDecimal squareMetres) implements Comparable<FloorArea> {
    private static final int MOST_DIGITS = 12;

    /**
     * Brings the area to two decimals.
     *
     * @throws IllegalArgumentException if negative, or with more than twelve digits before the point
     * @throws ArithmeticException if there are more than two decimals
     */
    public FloorArea {
        requireNonNull(squareMetres, "squareMetres");
        if ((long) squareMetres.precision() - squareMetres.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("a floor area has at most " + MOST_DIGITS + " digits before the point");
        }
        squareMetres = squareMetres.setScale(2);
        if (squareMetres.signum() < 0) {
            throw new IllegalArgumentException("a floor area is not negative");
        }
    }

    /** The area with so many square metres, written in decimals. */
    public static FloorArea of(String squareMetres) {
        return new FloorArea(new BigDecimal(squareMetres));
    }

    /** The sum. */
    public FloorArea plus(FloorArea other) {
        return new FloorArea(squareMetres.add(other.squareMetres));
    }

    @Override
    public int compareTo(FloorArea other) {
        return squareMetres.compareTo(other.squareMetres);
    }

    /** Square metres with two decimals, for example {@code 48.00}. */
    @Override
    public String toString() {
        return squareMetres.toPlainString();
    }
}

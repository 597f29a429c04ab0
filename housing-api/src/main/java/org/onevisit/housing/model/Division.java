package org.onevisit.housing.model;

import static java.util.Objects.requireNonNull;

/**
 * An administrative division (行政区划): a county (6 digits, GB/T 2260), a subdistrict or town (9), a community (12).
 *
 * @param code 6, 9 or 12 digits
 */
public record Division(String code) {
    /**
     * Checks the shape; whether the place exists is not asked.
     *
     * @throws IllegalArgumentException if the code has another shape
     */
    public Division {
        requireNonNull(code, "code");
        if (!code.matches("\\d{6}|\\d{9}|\\d{12}")) {
            throw new IllegalArgumentException("a division has 6, 9 or 12 digits");
        }
    }

    /** The division with this code. */
    public static Division of(String code) {
        return new Division(code);
    }

    /** Is {@code other} this place or a part of it? */
    public boolean contains(Division other) {
        return other.code.startsWith(code);
    }

    /** The county that this place is in, or is. */
    public Division county() {
        return code.length() == 6 ? this : new Division(code.substring(0, 6));
    }

    @Override
    public String toString() {
        return code;
    }
}

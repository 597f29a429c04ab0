package org.onevisit.housing.model;

import static java.util.Objects.requireNonNull;

/**
 * The number of an application. Opaque: nothing may be read out of it; it holds no personal data.
 *
 * @param value at most 43 letters, digits and hyphens
 */
public record ApplicationNumber(String value) implements Comparable<ApplicationNumber> {
    /** Checks the shape. */
    public ApplicationNumber {
        requireNonNull(value, "value");
        if (!value.matches("[A-Za-z0-9-]{1,43}")) {
            throw new IllegalArgumentException("an application number has at most 43 letters, digits and hyphens");
        }
    }

    /** The number with this text. */
    public static ApplicationNumber of(String value) {
        return new ApplicationNumber(value);
    }

    @Override
    public int compareTo(ApplicationNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

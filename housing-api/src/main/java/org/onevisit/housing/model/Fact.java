package org.onevisit.housing.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * One thing that an agency knows: a key and a value of the key's type. Its {@code toString()} names the key only.
 *
 * @param key what is known
 * @param value of the type that {@link FactType#carrier()} names
 */
public record Fact(FactKey key, Object value) {
    /**
     * Checks type and range.
     *
     * @throws IllegalArgumentException if the value has another type than the key wants, or a count is negative
     */
    public Fact {
        requireNonNull(key, "key");
        requireNonNull(value, "value");
        if (!key.type().carrier().isInstance(value)) {
            throw new IllegalArgumentException("fact " + key + " takes a " + key.type() + ", not a "
                    + value.getClass().getSimpleName());
        }
        if (value instanceof Integer number && number < 0) {
            throw new IllegalArgumentException("fact " + key + " is not negative");
        }
    }

    /** The fact that says so. */
    public static Fact of(FactKey key, Object value) {
        return new Fact(key, value);
    }

    /**
     * Reads a value as {@link #text()} writes it.
     *
     * @throws IllegalArgumentException if the text is no value of the key's type; the text is not repeated
     */
    public static Fact parse(FactKey key, String text) {
        requireNonNull(text, "text");
        try {
            return new Fact(
                    key,
                    switch (key.type()) {
                        case MONEY -> Money.yuan(new java.math.BigDecimal(text));
                        case AREA -> FloorArea.of(text);
                        case COUNT, MONTHS -> Integer.valueOf(text);
                        case FLAG -> flag(text);
                        case DATE -> LocalDate.parse(text);
                        case CODE -> text;
                    });
        } catch (ArithmeticException | DateTimeParseException | NumberFormatException e) {
            throw new IllegalArgumentException("fact " + key + " takes a " + key.type());
        }
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new NumberFormatException("neither true nor false");
        };
    }

    /** The value in the one way that is stored and sent: yuan, square metres, ISO date, true or false. Personal data. */
    public String text() {
        return value.toString();
    }

    @Override
    public String toString() {
        return key.name();
    }
}

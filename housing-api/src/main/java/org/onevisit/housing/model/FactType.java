package org.onevisit.housing.model;

import java.time.LocalDate;

/** What kind of value a fact has, and the Java type that carries it. */
public enum FactType {
    /** Yuan to the fen: {@link Money}. */
    MONEY(Money.class),
    /** Square metres: {@link FloorArea}. */
    AREA(FloorArea.class),
    /** A whole number, not negative: {@link Integer}. */
    COUNT(Integer.class),
    /** Full months, not negative: {@link Integer}. */
    MONTHS(Integer.class),
    /** Yes or no: {@link Boolean}. */
    FLAG(Boolean.class),
    /** A day: {@link LocalDate}. */
    DATE(LocalDate.class),
    /** One of a few codes: {@link String}. */
    CODE(String.class);

    private final Class<?> carrier;

    FactType(Class<?> carrier) {
        this.carrier = carrier;
    }

    /** The Java type of the value. */
    public Class<?> carrier() {
        return carrier;
    }
}

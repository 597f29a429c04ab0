package org.onevisit.housing.explanation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A fact that a criterion or a formula looked at.
 *
 * @param fact name of the fact's key
 * @param chinese what an official calls it
 * @param person member id, or {@code household}
 * @param text value as {@link org.onevisit.housing.model.Fact#text()}; empty when unknown or nothing is on record
 * @param source check that answered, empty when nobody did
 * @param asOf day that the answer speaks of
 * @param gap why the value is unknown, for people; empty when it is known
 */
public record FactUsed(
        String fact,
        String chinese,
        String person,
        Optional<String> text,
        Optional<String> source,
        Optional<LocalDate> asOf,
        Optional<String> gap) {
    /** Checks that nothing is null. */
    public FactUsed {
        requireNonNull(fact, "fact");
        requireNonNull(chinese, "chinese");
        requireNonNull(person, "person");
        requireNonNull(text, "text");
        requireNonNull(source, "source");
        requireNonNull(asOf, "asOf");
        requireNonNull(gap, "gap");
    }
}

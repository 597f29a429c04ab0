package org.onevisit.housing.spi.verification;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.model.Household;

/**
 * One agency's answer to one inquiry (核查结果), per person. Persons it leaves out stay unknown and alone are asked again.
 *
 * @param answers by person id, or {@link #HOUSEHOLD}
 * @param validUntil last day on which the finding may be reused, where the agency sets one
 */
public record Finding(Map<String, Answer> answers, Optional<LocalDate> validUntil) {
    /** Whom a fact of the whole household is about. */
    public static final String HOUSEHOLD = Household.SUBJECT;

    /** Copies the map. */
    public Finding {
        requireNonNull(validUntil, "validUntil");
        answers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("a finding answers for somebody");
        }
    }

    /** A finding with these answers and no end of its own. */
    public static Finding of(Map<String, Answer> answers) {
        return new Finding(answers, Optional.empty());
    }

    /** A finding with one answer. */
    public static Finding of(String person, Answer answer) {
        return of(Map.of(person, answer));
    }

    @Override
    public String toString() {
        return "Finding for " + answers.keySet();
    }
}

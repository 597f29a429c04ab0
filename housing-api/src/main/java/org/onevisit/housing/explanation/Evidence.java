package org.onevisit.housing.explanation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.Household;

/**
 * What a policy judges: the application, the day by whose law it is judged, and what agencies answered.
 *
 * @param application the dossier
 * @param day day of receipt, or the due date of a review
 * @param states by person id (or {@link Household#SUBJECT}) and fact; what is absent was never asked
 */
public record Evidence(Application application, LocalDate day, Map<String, Map<FactKey, FactState>> states) {
    /** Copies the maps. */
    public Evidence {
        requireNonNull(application, "application");
        requireNonNull(day, "day");
        Map<String, Map<FactKey, FactState>> copy = new LinkedHashMap<>();
        states.forEach((person, facts) -> copy.put(person, Map.copyOf(facts)));
        states = java.util.Collections.unmodifiableMap(copy);
    }

    /** What is known of a fact about one member. */
    public FactState of(String person, FactKey key) {
        FactState state = states.getOrDefault(person, Map.of()).get(key);
        return state == null ? new FactState.Unknown("", "未核查") : state;
    }

    /** What is known of a fact about the household. */
    public FactState ofHousehold(FactKey key) {
        return of(Household.SUBJECT, key);
    }

    @Override
    public String toString() {
        return "Evidence on " + application;
    }
}

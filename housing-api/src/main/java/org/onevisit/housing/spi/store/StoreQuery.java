package org.onevisit.housing.spi.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;

/**
 * Which states are wanted. Every part narrows.
 *
 * @param within county or subdistrict
 * @param steps names of steps; empty for all
 * @param agency one that has not answered
 * @param overdueAt limit over at this moment
 * @param awards states of awards; empty for all, applications without an award included
 * @param after numbers above this one
 * @param limit at most so many, 1 to 1000
 */
public record StoreQuery(
        Division within,
        Set<String> steps,
        Optional<String> agency,
        Optional<Instant> overdueAt,
        Set<String> awards,
        Optional<ApplicationNumber> after,
        int limit) {
    /** Copies the sets and checks the limit. */
    public StoreQuery {
        requireNonNull(within, "within");
        steps = Set.copyOf(steps);
        requireNonNull(agency, "agency");
        requireNonNull(overdueAt, "overdueAt");
        awards = Set.copyOf(awards);
        requireNonNull(after, "after");
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("a query gives 1 to 1000 rows");
        }
    }
}

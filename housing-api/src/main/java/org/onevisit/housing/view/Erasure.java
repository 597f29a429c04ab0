package org.onevisit.housing.view;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.onevisit.housing.model.ApplicationNumber;

/**
 * The erasure of an application: one that was made, or one that could be made now.
 *
 * @param number which application
 * @param at when it was erased; empty if it could be now and has not been
 * @param actor id of who did it; empty as long as nobody has
 * @param reasons why; empty as long as nobody has
 * @param entries how many entries of its journal stay
 */
public record Erasure(ApplicationNumber number, Optional<Instant> at, String actor, String reasons, long entries) {
    /** Checks that nothing is null. */
    public Erasure {
        requireNonNull(number, "number");
        requireNonNull(at, "at");
        requireNonNull(actor, "actor");
        requireNonNull(reasons, "reasons");
    }
}

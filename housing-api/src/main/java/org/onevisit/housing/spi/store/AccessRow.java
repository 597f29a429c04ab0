package org.onevisit.housing.spi.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.onevisit.housing.model.ApplicationNumber;

/**
 * One reading of an application.
 *
 * @param at when
 * @param actor id of who read
 * @param role in which role
 * @param number which application
 * @param what what was read, for example {@code evidence}
 */
public record AccessRow(Instant at, String actor, String role, ApplicationNumber number, String what) {
    /** Checks that nothing is null. */
    public AccessRow {
        requireNonNull(at, "at");
        requireNonNull(actor, "actor");
        requireNonNull(role, "role");
        requireNonNull(number, "number");
        requireNonNull(what, "what");
    }
}

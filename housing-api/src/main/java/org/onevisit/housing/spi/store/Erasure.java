package org.onevisit.housing.spi.store;

import static java.util.Objects.requireNonNull;

/**
 * The end of one application's content: all of it or nothing.
 *
 * @param expectedRevision revision that must be stored now
 * @param state the row that stays, with nothing sealed in it
 * @param event the last entry of its journal
 */
public record Erasure(long expectedRevision, StateRow state, EventRow event) {
    /** Checks that nothing is null, and that one application is meant. */
    public Erasure {
        requireNonNull(state, "state");
        requireNonNull(event, "event");
        if (!state.number().equals(event.number())) {
            throw new IllegalArgumentException("row and entry are of different applications");
        }
    }
}

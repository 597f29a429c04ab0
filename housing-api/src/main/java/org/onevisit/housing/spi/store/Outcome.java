package org.onevisit.housing.spi.store;

import org.onevisit.housing.model.ApplicationNumber;

/** What became of a unit. */
public sealed interface Outcome {
    /**
     * Written and durable.
     *
     * @param lastPosition position of its last event
     */
    record Committed(long lastPosition) implements Outcome {}

    /** The revision was not the expected one (or the number exists already): nothing of the unit was written. */
    record Stale() implements Outcome {}

    /**
     * A claim was held by another application: nothing of the unit was written.
     *
     * @param token the claim
     * @param holder who holds it
     */
    record Claimed(String token, ApplicationNumber holder) implements Outcome {}

    /**
     * The idempotency key was used before: nothing of the unit was written.
     *
     * @param row the earlier use
     */
    record KeyUsed(KeyRow row) implements Outcome {}
}

package org.onevisit.housing.spi.store;

import static java.util.Objects.requireNonNull;

import org.onevisit.housing.model.ApplicationNumber;

/**
 * A use of an idempotency key.
 *
 * @param name the key, made unique per actor by the core
 * @param bodyDigest keyed digest of what was asked, to tell a repeat from another request
 * @param number the application that it concerned
 * @param revision revision that it led to
 */
public record KeyRow(String name, String bodyDigest, ApplicationNumber number, long revision) {
    /** Checks that nothing is null. */
    public KeyRow {
        requireNonNull(name, "name");
        requireNonNull(bodyDigest, "bodyDigest");
        requireNonNull(number, "number");
    }
}

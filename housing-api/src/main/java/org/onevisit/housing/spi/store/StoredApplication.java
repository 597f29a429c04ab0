package org.onevisit.housing.spi.store;

import static java.util.Objects.requireNonNull;

/**
 * What a store gives back of an application.
 *
 * @param state its row
 * @param wrappedKey its dossier key, wrapped
 */
public record StoredApplication(StateRow state, byte[] wrappedKey) {
    /** Checks that nothing is null. */
    public StoredApplication {
        requireNonNull(state, "state");
        requireNonNull(wrappedKey, "wrappedKey");
    }
}

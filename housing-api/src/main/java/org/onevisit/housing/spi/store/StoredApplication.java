package org.onevisit.housing.spi.store;

import static java.util.Objects.requireNonNull;

/**
 * What a store gives back of an application.
 *
 * @param state its row
 * @param wrappedKey its dossier key, wrapped; empty once the application is erased
 */
public record StoredApplication(StateRow state, byte[] wrappedKey) {
    /** Checks that nothing is null. */
    public StoredApplication {
        requireNonNull(state, "state");
        requireNonNull(wrappedKey, "wrappedKey");
    }

    /** Was it erased? Then it has no key, and nothing of it opens any more. */
    public boolean erased() {
        return wrappedKey.length == 0;
    }
}

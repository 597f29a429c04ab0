package org.onevisit.housing.core.journal;

import javax.crypto.SecretKey;
import org.onevisit.housing.core.state.Dates;
import org.onevisit.housing.core.state.State;

/**
 * One application as it stands in the store, opened.
 *
 * @param state what is known of it
 * @param revision of its row
 * @param sequence of its last event
 * @param head hash of its last event
 * @param key that seals it
 * @param dates what was told of its limits
 */
public record Dossier(State state, long revision, long sequence, byte[] head, SecretKey key, Dates dates) {
    /** The same with other dates. */
    public Dossier with(Dates told) {
        return new Dossier(state, revision, sequence, head, key, told);
    }
}

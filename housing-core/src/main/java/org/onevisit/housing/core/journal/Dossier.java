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
 * @param written what stands for the state in its row
 */
public record Dossier(
        State state, long revision, long sequence, byte[] head, SecretKey key, Dates dates, Written written) {
    /** The same with other dates. */
    public Dossier with(Dates told) {
        return new Dossier(state, revision, sequence, head, key, told, written);
    }

    /** The same in another state. */
    public Dossier in(State other) {
        return new Dossier(other, revision, sequence, head, key, dates, written);
    }

    /** The same as its row of this revision. */
    public Dossier at(long stored) {
        return new Dossier(state, stored, sequence, head, key, dates, written);
    }

    Dossier with(Written row) {
        return new Dossier(state, revision, sequence, head, key, dates, row);
    }
}

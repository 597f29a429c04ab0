package org.onevisit.housing.core.journal;

import javax.crypto.SecretKey;
import org.onevisit.housing.core.state.State;

/**
 * One application as it stands in the store, opened.
 *
 * @param state what is known of it
 * @param revision of its row
 * @param sequence of its last event
 * @param head hash of its last event
 * @param key that seals it
 */
public record Dossier(State state, long revision, long sequence, byte[] head, SecretKey key) {}

package org.onevisit.housing.spi.store;

import static java.util.Objects.requireNonNull;

/**
 * A signed statement of how far the journal stood at a moment ({@code docs/journal-format.md}). The store keeps it as it is given.
 *
 * @param sequence place among the checkpoints, from 1
 * @param header what is covered and how it is signed, JSON
 * @param entries applications that changed since the checkpoint before, a line each
 * @param previous hash of the checkpoint before, or zeros
 * @param hash over {@code previous}, the sequence, the header and the digest of the entries
 * @param signature over the hash
 */
public record CheckpointRow(
        long sequence, String header, String entries, byte[] previous, byte[] hash, byte[] signature) {
    /** Checks that nothing is null. */
    public CheckpointRow {
        requireNonNull(header, "header");
        requireNonNull(entries, "entries");
        requireNonNull(previous, "previous");
        requireNonNull(hash, "hash");
        requireNonNull(signature, "signature");
    }
}

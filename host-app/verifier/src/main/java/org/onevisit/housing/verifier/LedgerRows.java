package org.onevisit.housing.verifier;

import org.jspecify.annotations.Nullable;

/**
 * Where a ledger's rows come from: all of it as it stood at one moment, whatever is written meanwhile. Another kind of store needs
 * another one of these and nothing else. For one thread.
 */
public interface LedgerRows extends AutoCloseable {
    /** How many entries there are. */
    long count();

    /** Entries by number, sequence and position. */
    Cursor<Entry> byApplication();

    /** Entries by position, as the table holds them. */
    Cursor<Place> byPosition();

    /** Checkpoints by sequence; none where the store has no such table. */
    Cursor<Checkpoint> checkpoints();

    @Override
    void close();

    /**
     * One row after another.
     *
     * @param <T> kind of row
     */
    interface Cursor<T> extends AutoCloseable {
        /**
         * The next row; null after the last.
         *
         * @throws UnreadableException if the store cannot be read any further
         */
        @Nullable
        T next();

        @Override
        void close();
    }

    /** A row of the table {@code event}; texts as the bytes that are stored. */
    record Entry(
            long position, String number, long sequence, byte[] header, byte[] previous, byte[] hash, byte[] sealed) {}

    /** What stands at a position. */
    record Place(long position, String number, long sequence, byte[] hash) {}

    /** A row of the table {@code checkpoint}; texts as the bytes that are stored. */
    record Checkpoint(long sequence, byte[] header, byte[] entries, byte[] previous, byte[] hash, byte[] signature) {}
}

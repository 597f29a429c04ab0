package org.onevisit.housing.spi.store;

import static java.util.Objects.requireNonNull;

import org.onevisit.housing.model.ApplicationNumber;

/**
 * One entry of the journal ({@code docs/journal-format.md}): what one step brought about, an event or several.
 *
 * @param position place among all entries, given by the store; 0 before it is stored
 * @param number which application
 * @param sequence place among the entries of the application, from 1
 * @param header clear part, JSON
 * @param sealed sealed part
 * @param previous hash of the entry before, or zeros
 * @param hash over {@code previous}, number and sequence, the header, and the digest of the sealed part
 */
public record EventRow(
        long position,
        ApplicationNumber number,
        long sequence,
        String header,
        byte[] sealed,
        byte[] previous,
        byte[] hash) {
    /** Checks that nothing is null. */
    public EventRow {
        requireNonNull(number, "number");
        requireNonNull(header, "header");
        requireNonNull(sealed, "sealed");
        requireNonNull(previous, "previous");
        requireNonNull(hash, "hash");
    }

    /** The same entry at its place. */
    public EventRow at(long place) {
        return new EventRow(place, number, sequence, header, sealed, previous, hash);
    }
}

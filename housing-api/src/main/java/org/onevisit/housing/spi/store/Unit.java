package org.onevisit.housing.spi.store;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Everything that one step of one application writes: all of it or nothing.
 *
 * @param expectedRevision revision that must be stored now; 0 when the application is new
 * @param state the new state row
 * @param wrappedKey the dossier's wrapped key, with the first unit of an application
 * @param events to append, in order
 * @param claims tokens to claim; one held by the same application is left as it is
 * @param releases tokens to give up; one that is not held is left alone
 * @param index tokens under which the application is found from now on
 * @param keys idempotency keys to use up
 * @param attachments sealed contents to keep; one with the same id is replaced
 */
public record Unit(
        long expectedRevision,
        StateRow state,
        Optional<byte[]> wrappedKey,
        List<EventRow> events,
        List<String> claims,
        List<String> releases,
        List<String> index,
        List<KeyRow> keys,
        List<Attachment> attachments) {
    /** Copies the lists. */
    public Unit {
        requireNonNull(state, "state");
        requireNonNull(wrappedKey, "wrappedKey");
        events = List.copyOf(events);
        claims = List.copyOf(claims);
        releases = List.copyOf(releases);
        index = List.copyOf(index);
        keys = List.copyOf(keys);
        attachments = List.copyOf(attachments);
    }

    /**
     * A sealed content.
     *
     * @param id name inside the application
     * @param sealed bytes that the store cannot read
     */
    public record Attachment(String id, byte[] sealed) {
        /** Checks that nothing is null. */
        public Attachment {
            requireNonNull(id, "id");
            requireNonNull(sealed, "sealed");
        }
    }
}

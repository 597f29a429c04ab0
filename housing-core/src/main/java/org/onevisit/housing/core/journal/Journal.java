package org.onevisit.housing.core.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.event.EventTypes;
import org.onevisit.housing.core.event.Moment;
import org.onevisit.housing.core.event.Recorded;
import org.onevisit.housing.core.state.Dates;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.StoredApplication;
import org.onevisit.housing.view.JournalEntry;

/** Writes events and states as sealed rows, and reads them. Safe for every thread. */
public final class Journal {
    private static final String CHAIN = "SHA-256";
    private static final byte[] BEGINNING = new byte[32];
    private final Vault vault;
    private final Codec codec = new Codec();

    /** A journal whose content the vault seals. */
    public Journal(Vault vault) {
        this.vault = vault;
    }

    /** The row of an event that follows on {@code previous}. */
    public EventRow row(Dossier before, Recorded recorded, State after) {
        Event event = recorded.event();
        Moment moment = recorded.moment();
        long sequence = before.sequence() + 1;
        ApplicationNumber number = after.number();
        String header = codec.write(new Header(
                1,
                EventTypes.nameOf(event),
                moment.at(),
                after.step().name(),
                moment.actor(),
                moment.stamp(),
                event.facts(),
                event.outcomes(),
                Vault.ALGORITHM,
                vault.keyId(),
                CHAIN));
        String place = place(number, sequence);
        byte[] sealed = vault.seal(before.key(), codec.write(event), place);
        byte[] hash = link(before.head(), place, header, sealed);
        return new EventRow(0, number, sequence, header, sealed, before.head(), hash);
    }

    /** A dossier before its first event. */
    public Dossier beginning(State state) {
        return new Dossier(state, 0, 0, BEGINNING, vault.newDossierKey(), Dates.NONE);
    }

    /** State and dates, sealed, with the end of the chain that it stands on. */
    public byte[] seal(Dossier dossier) {
        byte[] json = codec.write(new Content(dossier.state(), dossier.dates()));
        byte[] plain = ByteBuffer.allocate(8 + 32 + json.length)
                .putLong(dossier.sequence())
                .put(dossier.head())
                .put(json)
                .array();
        return vault.seal(dossier.key(), plain, place(dossier.state().number(), -1));
    }

    /** Opens a row of the store. */
    public Dossier open(StoredApplication stored) {
        ApplicationNumber number = stored.state().number();
        SecretKey key = vault.unwrap(stored.wrappedKey(), number.value());
        ByteBuffer plain = ByteBuffer.wrap(vault.open(key, stored.state().sealed(), place(number, -1)));
        long sequence = plain.getLong();
        byte[] head = new byte[32];
        plain.get(head);
        byte[] json = new byte[plain.remaining()];
        plain.get(json);
        Content content = codec.readContent(json);
        return new Dossier(content.state(), stored.state().revision(), sequence, head, key, content.dates());
    }

    /** The event of a row, opened. */
    public Recorded open(EventRow row, SecretKey key) {
        Header header = codec.readHeader(row.header());
        byte[] json = vault.open(key, row.sealed(), place(row.number(), row.sequence()));
        return new Recorded(
                codec.readEvent(header.type(), json), new Moment(header.at(), header.actor(), header.stamp()));
    }

    /** The clear part of a row. */
    public JournalEntry entry(EventRow row) {
        Header header = codec.readHeader(row.header());
        return new JournalEntry(
                row.position(),
                row.number(),
                row.sequence(),
                header.type(),
                header.at(),
                header.step(),
                header.actor(),
                header.stamp(),
                header.facts(),
                header.outcomes(),
                HexFormat.of().formatHex(row.hash()));
    }

    /** Seals a paper's content. */
    public byte[] sealAttachment(Dossier dossier, String id, byte[] content) {
        return vault.seal(dossier.key(), content, dossier.state().number() + "/attachment/" + id);
    }

    /** Opens a paper's content. */
    public byte[] openAttachment(Dossier dossier, String id, byte[] sealed) {
        return vault.open(dossier.key(), sealed, dossier.state().number() + "/attachment/" + id);
    }

    /** The next hash of the chain: over the one before, the place, the header, and the digest of the sealed part. */
    static byte[] link(byte[] previous, String place, String header, byte[] sealed) {
        MessageDigest outer = digest();
        outer.update(previous);
        outer.update((place + "\n" + header).getBytes(StandardCharsets.UTF_8));
        outer.update(digest().digest(sealed));
        return outer.digest();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance(CHAIN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + CHAIN, e);
        }
    }

    private static String place(ApplicationNumber number, long sequence) {
        return number + "/" + sequence;
    }
}

package org.onevisit.housing.core.journal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.event.EventTypes;
import org.onevisit.housing.core.event.Moment;
import org.onevisit.housing.core.event.Recorded;
import org.onevisit.housing.core.state.Dates;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.StoredApplication;
import org.onevisit.housing.view.JournalEntry;

/** Writes events and states as sealed rows, and reads them. Safe for every thread. */
public final class Journal {
    private final Vault vault;
    private final Chain chain;
    private final Codec codec = new Codec();

    /** A journal whose content the vault seals, and whose new entries are chained so. */
    public Journal(Vault vault, Chain chain) {
        this.vault = vault;
        this.chain = chain;
    }

    /** The row of an event that follows on {@code previous}. */
    public EventRow row(Dossier before, Recorded recorded, State after) {
        Event event = recorded.event();
        Moment moment = recorded.moment();
        long sequence = before.sequence() + 1;
        ApplicationNumber number = after.number();
        String header = codec.write(new Header(
                Header.FORMAT,
                EventTypes.nameOf(event),
                moment.at(),
                after.step().name(),
                moment.actor(),
                moment.stamp(),
                event.facts(),
                event.outcomes(),
                Vault.ALGORITHM,
                vault.keyId(),
                chain.text()));
        String place = place(number, sequence);
        byte[] sealed = vault.seal(before.key(), Deflated.of(codec.write(event)), place);
        byte[] hash = chain.link(before.head(), place, header, sealed);
        return new EventRow(0, number, sequence, header, sealed, before.head(), hash);
    }

    /** The last row of a dossier: its content is under the county's key, for the dossier's goes. */
    public EventRow erasure(Dossier before, Recorded recorded) {
        Dossier under = new Dossier(
                before.state(), before.revision(), before.sequence(), before.head(), vault.countyKey(), before.dates());
        return row(under, recorded, before.state().at(Step.ERASED));
    }

    /** The content of the last row of a dossier that is gone. */
    public Recorded openErasure(EventRow row) {
        return open(row, vault.countyKey());
    }

    /** A dossier before its first event. */
    public Dossier beginning(State state) {
        return new Dossier(state, 0, 0, Chain.beginning(), vault.newDossierKey(), Dates.NONE);
    }

    /** State and dates, sealed, with the end of the chain that it stands on. */
    public byte[] seal(Dossier dossier) {
        byte[] json = Deflated.of(codec.write(new Content(dossier.state(), dossier.dates())));
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
        Content content = codec.readContent(Deflated.json(json));
        return new Dossier(content.state(), stored.state().revision(), sequence, head, key, content.dates());
    }

    /** The event of a row, opened. */
    public Recorded open(EventRow row, SecretKey key) {
        Header header = codec.readHeader(row.header());
        byte[] json = Deflated.json(vault.open(key, row.sealed(), place(row.number(), row.sequence())));
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

    /** When the entry was written. */
    public Instant writtenAt(EventRow row) {
        return codec.readHeader(row.header()).at();
    }

    /** Is the row's hash the one that the rule gives? */
    public boolean holds(EventRow row) {
        byte[] hash = Chain.of(codec.readHeader(row.header()).chain())
                .link(row.previous(), place(row.number(), row.sequence()), row.header(), row.sealed());
        return Arrays.equals(hash, row.hash());
    }

    private static String place(ApplicationNumber number, long sequence) {
        return number + "/" + sequence;
    }
}

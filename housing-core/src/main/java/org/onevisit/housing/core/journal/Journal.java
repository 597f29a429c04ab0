package org.onevisit.housing.core.journal;

import com.google.common.base.Splitter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKey;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.event.EventTypes;
import org.onevisit.housing.core.event.Fold;
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
    private static final int HASH = 32;
    private static final Splitter HEADING = Splitter.on('\n');
    private final Vault vault;
    private final Chain chain;
    private final Codec codec = new Codec();
    private final Packing packing = new Packing();

    /** A journal whose content the vault seals, and whose new entries are chained so. */
    public Journal(Vault vault, Chain chain) {
        this.vault = vault;
        this.chain = chain;
    }

    /**
     * An event written.
     *
     * @param row of it
     * @param after the dossier that ends with it
     */
    public record Appended(EventRow row, Dossier after) {}

    /** The row of an event that follows on {@code before}, and the dossier after it. */
    public Appended append(Dossier before, Recorded recorded, State after) {
        byte[] event = packing.pack(codec.write(recorded.event()));
        String header = header(recorded, after);
        EventRow row = row(before, before.key(), after.number(), header, event);
        return new Appended(
                row,
                new Dossier(
                        after,
                        before.revision(),
                        row.sequence(),
                        row.hash(),
                        before.key(),
                        before.dates(),
                        before.written().and(heading(recorded), event)));
    }

    private String header(Recorded recorded, State after) {
        Event event = recorded.event();
        Moment moment = recorded.moment();
        return codec.write(new Header(
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
    }

    private EventRow row(Dossier before, SecretKey key, ApplicationNumber number, String header, byte[] event) {
        long sequence = before.sequence() + 1;
        String place = place(number, sequence);
        byte[] sealed = vault.seal(key, event, place);
        byte[] hash = chain.link(before.head(), place, header, sealed);
        return new EventRow(0, number, sequence, header, sealed, before.head(), hash);
    }

    /** The last row of a dossier: its content is under the county's key, for the dossier's goes. */
    public EventRow erasure(Dossier before, Recorded recorded) {
        State erased = before.state().at(Step.ERASED);
        byte[] event = packing.pack(codec.write(recorded.event()));
        return row(before, vault.countyKey(), erased.number(), header(recorded, erased), event);
    }

    /** The content of the last row of a dossier that is gone. */
    public Recorded openErasure(EventRow row) {
        return open(row, vault.countyKey());
    }

    /** A dossier before its first event. */
    public Dossier beginning(State state) {
        return new Dossier(state, 0, 0, Chain.beginning(), vault.newDossierKey(), Dates.NONE, Written.NOTHING);
    }

    /** The dossier with its state written whole, where that is due: from time to time, and for good once its course is over. */
    public Dossier written(Dossier dossier) {
        Written written = dossier.written();
        boolean over = !dossier.state().step().isOpen() && !written.since().isEmpty();
        return written.full() || over
                ? dossier.with(new Written(packing.pack(codec.write(dossier.state())), List.of()))
                : dossier;
    }

    /** State and dates, sealed, with the end of the chain that they stand on. */
    public byte[] seal(Dossier dossier) {
        byte[] dates = packing.pack(codec.write(dossier.dates()));
        Written written = dossier.written();
        ByteBuffer plain = ByteBuffer.allocate(Long.BYTES + HASH + written.size(dates))
                .putLong(dossier.sequence())
                .put(dossier.head());
        written.put(plain, dates);
        return vault.seal(dossier.key(), plain.array(), place(dossier.state().number(), -1));
    }

    /** Opens a row of the store. */
    public Dossier open(StoredApplication stored) {
        ApplicationNumber number = stored.state().number();
        SecretKey key = vault.unwrap(stored.wrappedKey(), number.value());
        ByteBuffer plain = ByteBuffer.wrap(vault.open(key, stored.state().sealed(), place(number, -1)));
        long sequence = plain.getLong();
        byte[] head = new byte[HASH];
        plain.get(head);
        long revision = stored.state().revision();
        if (plain.get(plain.position()) == Written.PARTS) {
            List<byte[]> parts = Written.parts(plain.position(plain.position() + 1));
            Dates dates = codec.readDates(Packing.unpack(parts.get(0)));
            Written written = new Written(parts.get(1), List.copyOf(parts.subList(2, parts.size())));
            return new Dossier(folded(written), revision, sequence, head, key, dates, written);
        }
        byte[] json = new byte[plain.remaining()];
        plain.get(json);
        Content content = codec.readContent(Packing.unpack(json));
        return new Dossier(content.state(), revision, sequence, head, key, content.dates(), Written.NOTHING);
    }

    private State folded(Written written) {
        State state = codec.readState(Packing.unpack(written.state()));
        List<byte[]> since = written.since();
        for (int i = 0; i < since.size(); i += 2) {
            List<String> heading = HEADING.splitToList(new String(since.get(i), StandardCharsets.UTF_8));
            Moment moment = new Moment(Instant.parse(heading.get(1)), heading.get(2), heading.get(3));
            state = Fold.apply(state, recorded(heading.get(0), moment, since.get(i + 1)));
        }
        return state;
    }

    /** What of an entry's header the fold needs, a line each: type, moment, actor, stamp. */
    private static byte[] heading(Recorded recorded) {
        Moment moment = recorded.moment();
        return String.join(
                        "\n",
                        EventTypes.nameOf(recorded.event()),
                        moment.at().toString(),
                        moment.actor(),
                        moment.stamp())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The event of a row, opened. */
    public Recorded open(EventRow row, SecretKey key) {
        Header header = codec.readHeader(row.header());
        Moment moment = new Moment(header.at(), header.actor(), header.stamp());
        return recorded(header.type(), moment, vault.open(key, row.sealed(), place(row.number(), row.sequence())));
    }

    private Recorded recorded(String type, Moment moment, byte[] event) {
        return new Recorded(codec.readEvent(type, Packing.unpack(event)), moment);
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

package org.onevisit.housing.core.journal;

import com.google.common.base.Splitter;
import com.google.common.collect.Streams;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
     * An entry written.
     *
     * @param row of it
     * @param after the dossier that ends with it
     */
    public record Appended(EventRow row, Dossier after) {}

    /** An event and the state that it leads to. */
    public record Happened(Recorded recorded, State after) {}

    /** The row of what happened to a dossier in one commit, and the dossier after it. */
    public Appended append(Dossier before, List<Happened> events) {
        State after = events.get(events.size() - 1).after();
        byte[] content = content(events);
        Header header = header(events);
        EventRow row = row(before, before.key(), after.number(), header, content);
        return new Appended(
                row,
                new Dossier(
                        after,
                        before.revision(),
                        row.sequence(),
                        row.hash(),
                        before.key(),
                        before.dates(),
                        before.written().and(heading(header), content)));
    }

    private byte[] content(List<Happened> events) {
        return packing.pack(
                codec.write(events.stream().map(one -> one.recorded().event()).toList()));
    }

    private Header header(List<Happened> events) {
        List<Header.Line> lines = events.stream()
                .map(one -> Header.Line.of(EventTypes.nameOf(one.recorded().event()), one.recorded(), one.after()))
                .toList();
        return new Header(lines, Vault.ALGORITHM, vault.keyId(), chain.text());
    }

    private EventRow row(Dossier before, SecretKey key, ApplicationNumber number, Header clear, byte[] content) {
        String header = codec.write(clear);
        long sequence = before.sequence() + 1;
        String place = place(number, sequence);
        byte[] sealed = vault.seal(key, content, place);
        byte[] hash = chain.link(before.head(), place, header, sealed);
        return new EventRow(0, number, sequence, header, sealed, before.head(), hash);
    }

    /** The last row of a dossier: its content is under the county's key, for the dossier's goes. */
    public EventRow erasure(Dossier before, Recorded recorded) {
        State erased = before.state().at(Step.ERASED);
        List<Happened> only = List.of(new Happened(recorded, erased));
        return row(before, vault.countyKey(), erased.number(), header(only), content(only));
    }

    /** The content of the last row of a dossier that is gone. */
    public Recorded openErasure(EventRow row) {
        return open(row, vault.countyKey()).get(0);
    }

    /** A dossier before its first event. */
    public Dossier beginning(State state) {
        return new Dossier(state, 0, 0, Chain.beginning(), vault.newDossierKey(), Dates.NONE, Written.NOTHING);
    }

    /** The dossier with its state written whole, where that is due: when many entries have come together, and once its course is over. */
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
        Optional<State> state = written.state().length == 0
                ? Optional.empty()
                : Optional.of(codec.readState(Packing.unpack(written.state())));
        List<byte[]> since = written.since();
        for (int i = 0; i < since.size(); i += 2) {
            for (Recorded recorded : recorded(named(since.get(i)), since.get(i + 1))) {
                state = Optional.of(
                        state.map(before -> Fold.apply(before, recorded)).orElseGet(() -> Fold.begin(recorded)));
            }
        }
        return state.orElseThrow(() -> new IllegalStateException("the row holds neither a state nor an entry"));
    }

    /** What of an entry's header the fold needs, four lines for each event: type, moment, actor, stamp. */
    private static byte[] heading(Header header) {
        return header.events().stream()
                .map(event -> String.join("\n", event.type(), event.at().toString(), event.actor(), event.stamp()))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<Named> named(byte[] heading) {
        List<Named> named = new ArrayList<>();
        Iterator<String> lines =
                HEADING.split(new String(heading, StandardCharsets.UTF_8)).iterator();
        while (lines.hasNext()) {
            named.add(new Named(lines.next(), new Moment(Instant.parse(lines.next()), lines.next(), lines.next())));
        }
        return named;
    }

    /** What is known of an event before its content is read. */
    private record Named(String type, Moment moment) {}

    /** The events of a row, opened. */
    public List<Recorded> open(EventRow row, SecretKey key) {
        List<Named> named = codec.readHeader(row.header()).events().stream()
                .map(event -> new Named(event.type(), event.moment()))
                .toList();
        return recorded(named, vault.open(key, row.sealed(), place(row.number(), row.sequence())));
    }

    private List<Recorded> recorded(List<Named> named, byte[] content) {
        List<Event> events = codec.readEvents(named.stream().map(Named::type).toList(), Packing.unpack(content));
        return Streams.zip(events.stream(), named.stream(), (event, of) -> new Recorded(event, of.moment()))
                .toList();
    }

    /** The clear part of a row, event by event; they share its place. */
    public List<JournalEntry> entries(EventRow row) {
        String hash = HexFormat.of().formatHex(row.hash());
        return codec.readHeader(row.header()).events().stream()
                .map(event -> new JournalEntry(
                        row.position(),
                        row.number(),
                        row.sequence(),
                        event.type(),
                        event.at(),
                        event.step(),
                        event.actor(),
                        event.stamp(),
                        event.facts(),
                        event.outcomes(),
                        hash))
                .toList();
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
        return codec.readHeader(row.header()).writtenAt();
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

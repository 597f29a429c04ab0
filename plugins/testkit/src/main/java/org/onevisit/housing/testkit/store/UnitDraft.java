package org.onevisit.housing.testkit.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.KeyRow;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.Unit;

/**
 * Makes units for tests. Says nothing, it is the first unit of an application with one event; after {@link #expecting(long)} it is
 * a later one, whose event carries the next sequence.
 */
public final class UnitDraft {
    private final ApplicationNumber number;
    private long expected;
    private String step = "RECEIVED";
    private Division county = Division.of("330482");
    private Division subdistrict = Division.of("330482001");
    private String award = "";
    private List<String> waitingFor = List.of();
    private Optional<Instant> wakeAt = Optional.empty();
    private Optional<Instant> deadlineAt = Optional.empty();
    private String sealed = "sealed";
    private int events = 1;
    private List<String> claims = List.of();
    private List<String> releases = List.of();
    private List<String> index = List.of();
    private final List<KeyRow> keys = new ArrayList<>();
    private final List<Unit.Attachment> attachments = new ArrayList<>();

    private UnitDraft(ApplicationNumber number) {
        this.number = number;
    }

    /** The first unit of an application. */
    public static UnitDraft of(String number) {
        return new UnitDraft(ApplicationNumber.of(number));
    }

    /** A later unit, on this revision. */
    public UnitDraft expecting(long revision) {
        this.expected = revision;
        return this;
    }

    /** The step that it leads to. */
    public UnitDraft step(String name) {
        this.step = name;
        return this;
    }

    /** The places: 330482 and 330482001 if nothing is said. */
    public UnitDraft places(String decides, String routedTo) {
        this.county = Division.of(decides);
        this.subdistrict = Division.of(routedTo);
        return this;
    }

    /** The state of the award. */
    public UnitDraft award(String state) {
        this.award = state;
        return this;
    }

    /** Agencies that have not answered. */
    public UnitDraft waitingFor(String... agencies) {
        this.waitingFor = List.of(agencies);
        return this;
    }

    /** When timed work is due. */
    public UnitDraft wakeAt(Instant at) {
        this.wakeAt = Optional.of(at);
        return this;
    }

    /** When the limit ends. */
    public UnitDraft deadlineAt(Instant at) {
        this.deadlineAt = Optional.of(at);
        return this;
    }

    /** The sealed content of state and events. */
    public UnitDraft sealed(String content) {
        this.sealed = content;
        return this;
    }

    /** How many events. */
    public UnitDraft events(int count) {
        this.events = count;
        return this;
    }

    /** Tokens to claim. */
    public UnitDraft claims(String... tokens) {
        this.claims = List.of(tokens);
        return this;
    }

    /** Tokens to give up. */
    public UnitDraft releases(String... tokens) {
        this.releases = List.of(tokens);
        return this;
    }

    /** Tokens to be found under. */
    public UnitDraft index(String... tokens) {
        this.index = List.of(tokens);
        return this;
    }

    /** An idempotency key to use up. */
    public UnitDraft key(String name, String bodyDigest) {
        keys.add(new KeyRow(name, bodyDigest, number, expected + 1));
        return this;
    }

    /** An attachment to keep. */
    public UnitDraft attachment(String id, byte[] content) {
        attachments.add(new Unit.Attachment(id, content));
        return this;
    }

    /** The unit. */
    public Unit build() {
        StateRow state = new StateRow(
                number,
                expected + 1,
                step,
                county,
                subdistrict,
                "edition-of-" + number,
                award,
                waitingFor,
                wakeAt,
                deadlineAt,
                bytes(sealed));
        Optional<byte[]> wrappedKey = expected == 0 ? Optional.of(bytes("key-of-" + number)) : Optional.empty();
        return new Unit(expected, state, wrappedKey, eventRows(), claims, releases, index, keys, attachments);
    }

    private List<EventRow> eventRows() {
        List<EventRow> rows = new ArrayList<>();
        for (long sequence = expected + 1; sequence <= expected + events; sequence++) {
            String header = "{\"sequence\":" + sequence + "}";
            rows.add(new EventRow(
                    0,
                    number,
                    sequence,
                    header,
                    bytes(sealed),
                    bytes("hash-" + (sequence - 1)),
                    bytes("hash-" + sequence)));
        }
        return rows;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package org.onevisit.housing.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.AccessRow;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.CheckpointRow;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.Outcome;
import org.onevisit.housing.spi.store.StoreException;
import org.onevisit.housing.spi.store.Unit;

/**
 * The promise of {@link ApplicationStore} as numbered rules. A vendor extends this class and says how the store is opened:
 *
 * <pre>{@code
 * class MyStoreTest extends ApplicationStoreContract {
 *     @Override protected ApplicationStore open(Path folder) { return new MyStore(folder.resolve("data")); }
 * }
 * }</pre>
 *
 * <p>Durability against a power cut cannot be seen from inside a test; S-01 sees a restart. The numbers do not change.
 */
public abstract class ApplicationStoreContract extends StoreQueryRules {
    @Test
    @DisplayName("S-37 the events of an application come in order, after a sequence")
    void eventsOfAnApplication() {
        commitAll(UnitDraft.of("a-1").events(2), UnitDraft.of("b-1"));
        commitAll(UnitDraft.of("c-1"));
        assertThat(sequences("a-1")).containsExactly(1L, 2L);
        assertThat(store().events(number("a-1"), 1)).hasSize(1);
        assertThat(store().events(number("a-1"), 2)).isEmpty();
        assertThat(store().events(number("none"), 0)).isEmpty();
        EventRow given = UnitDraft.of("b-1").build().events().get(0);
        EventRow kept = store().events(number("b-1"), 0).get(0);
        assertThat(kept).usingRecursiveComparison().ignoringFields("position").isEqualTo(given);
    }

    @Test
    @DisplayName("S-38 the events of all come in the order of their positions, at most as many as asked")
    void eventsOfAll() {
        commitAll(UnitDraft.of("b-1").events(2), UnitDraft.of("a-1"));
        commitAll(UnitDraft.of("a-1").expecting(1));
        List<EventRow> all = store().eventsAfter(0, 100);
        assertThat(all.stream().map(event -> event.number() + "/" + event.sequence()))
                .containsExactly("b-1/1", "b-1/2", "a-1/1", "a-1/2");
        assertThat(all.stream().map(EventRow::position)).isSorted();
        List<EventRow> page = store().eventsAfter(all.get(0).position(), 2);
        assertThat(page).usingRecursiveComparison().isEqualTo(all.subList(1, 3));
        assertThat(store().eventsAfter(all.get(3).position(), 100)).isEmpty();
    }

    @Test
    @DisplayName("S-39 an index token gives all its applications, ordered, each once")
    void tokensFind() {
        commitAll(UnitDraft.of("a-2").index("t", "u"), UnitDraft.of("a-1").index("t"));
        commitAll(UnitDraft.of("a-2").expecting(1).index("t"));
        assertThat(store().find("t")).containsExactly(number("a-1"), number("a-2"));
        assertThat(store().find("u")).containsExactly(number("a-2"));
        assertThat(store().find("unknown")).isEmpty();
    }

    @Test
    @DisplayName("S-52 several tokens give the applications of each, ordered, each once")
    void anyOfTheTokensFinds() {
        commitAll(
                UnitDraft.of("a-2").index("t", "u"),
                UnitDraft.of("a-1").index("t"),
                UnitDraft.of("a-3").index("v"),
                UnitDraft.of("a-4").index("w"));
        assertThat(store().findAny(List.of("u", "t", "v", "unknown")))
                .containsExactly(number("a-1"), number("a-2"), number("a-3"));
        assertThat(store().findAny(List.of("unknown"))).isEmpty();
        assertThat(store().findAny(List.of())).isEmpty();
    }

    @Test
    @DisplayName("S-40 who holds a claim and who used a key can be asked")
    void claimsAndKeysCanBeAsked() {
        commitAll(UnitDraft.of("a-1").claims("claim").key("key", "digest"));
        assertThat(store().claimedBy("claim")).contains(number("a-1"));
        assertThat(store().claimedBy("CLAIM")).isEmpty();
        assertThat(store().key("key"))
                .hasValueSatisfying(row -> assertThat(row.bodyDigest()).isEqualTo("digest"));
        assertThat(store().key("unknown")).isEmpty();
    }

    @Test
    @DisplayName("S-41 a block of numbers follows the one before it, counter by counter")
    void blocksFollowEachOther() {
        long first = store().reserve("330482-20261127", 10);
        assertThat(store().reserve("330482-20261127", 1)).isGreaterThanOrEqualTo(first + 10);
        assertThat(store().reserve("330482-20261128", 1)).isEqualTo(1);
        assertThatThrownBy(() -> store().reserve("330482-20261127", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("S-42 an edition is kept once; the first content stays")
    void editionsAreKept() throws Exception {
        store().putEdition("bb", bytes("two"));
        store().putEdition("aa", bytes("one"));
        store().putEdition("aa", bytes("another"));
        reopen();
        assertThat(store().edition("aa")).hasValue(bytes("one"));
        assertThat(store().edition("cc")).isEmpty();
        assertThat(store().editions()).containsExactlyInAnyOrder("aa", "bb");
    }

    @Test
    @DisplayName("S-43 an attachment with the same id is replaced, in its own application only")
    void attachmentsAreReplaced() {
        commitAll(
                UnitDraft.of("a-1").attachment("d1", bytes("old")).attachment("d2", bytes("two")),
                UnitDraft.of("a-2").attachment("d1", bytes("other")));
        Map<String, Long> before = store().rowCounts();
        commitAll(UnitDraft.of("a-1").expecting(1).events(0).attachment("d1", bytes("new")));
        assertThat(store().attachment(number("a-1"), "d1")).hasValue(bytes("new"));
        assertThat(store().attachment(number("a-1"), "d2")).hasValue(bytes("two"));
        assertThat(store().attachment(number("a-2"), "d1")).hasValue(bytes("other"));
        assertThat(store().attachment(number("a-2"), "d2")).isEmpty();
        assertThat(store().rowCounts()).isEqualTo(before);
    }

    @Test
    @DisplayName("S-44 readings are kept, oldest first, application by application")
    void readingsAreKept() throws Exception {
        Instant at = Instant.parse("2026-11-27T04:00:00.5Z");
        AccessRow first = new AccessRow(at, "zhang-7", "WINDOW_CLERK", number("a-1"), "evidence");
        AccessRow second = new AccessRow(at, "li-3", "OPERATOR", number("a-1"), "journal");
        AccessRow other = new AccessRow(at, "li-3", "OPERATOR", number("a-2"), "journal");
        store().recordAccess(List.of(first, other));
        store().recordAccess(List.of(second));
        store().recordAccess(List.of());
        reopen();
        assertThat(store().accesses(number("a-1"))).containsExactly(first, second);
        assertThat(store().accesses(number("a-2"))).containsExactly(other);
        assertThat(store().accesses(number("a-3"))).isEmpty();
    }

    @Test
    @DisplayName("S-45 how far a follower has come is kept, follower by follower")
    void positionsAreKept() throws Exception {
        assertThat(store().position("sms")).isZero();
        store().position("sms", 41);
        store().position("sms", 42);
        store().position("mail", 7);
        reopen();
        assertThat(store().position("sms")).isEqualTo(42);
        assertThat(store().position("mail")).isEqualTo(7);
    }

    @Test
    @DisplayName("S-46 rows are counted by table; reading changes no count")
    void rowsAreCounted() {
        Map<String, Long> empty = store().rowCounts();
        assertThat(empty.values()).allMatch(count -> count == 0);
        commitAll(UnitDraft.of("a-1")
                .events(2)
                .claims("c")
                .index("t")
                .key("k", "d")
                .attachment("d1", bytes("x")));
        Map<String, Long> full = new TreeMap<>(store().rowCounts());
        store().list(within(COUNTY));
        store().find("t");
        assertThat(store().rowCounts()).isEqualTo(full);
        assertThat(full.keySet()).isEqualTo(empty.keySet());
        assertThat(full.values().stream().filter(count -> count > 0)).containsExactlyInAnyOrder(1L, 2L, 1L, 1L, 1L, 1L);
    }

    @Test
    @DisplayName("S-47 a closed store refuses with StoreException; closing again is harmless")
    void closedStoreRefuses() {
        ApplicationStore closed = store();
        closed.close();
        closed.close();
        assertThatThrownBy(() -> closed.load(number("a-1"))).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> closed.commit(List.of(UnitDraft.of("a-1").build())))
                .isInstanceOf(StoreException.class);
    }

    @Test
    @DisplayName("S-48 texts of any script and odd signs come back as they were given")
    void textsComeBack() {
        List<String> odd = List.of("平湖", "it's", "a\"b", "100%_", "😀");
        IntStream.range(0, odd.size())
                .forEach(i -> commitAll(UnitDraft.of("a-" + i)
                        .claims(odd.get(i))
                        .index(odd.get(i))
                        .key(odd.get(i), odd.get(i))));
        for (int i = 0; i < odd.size(); i++) {
            assertThat(store().claimedBy(odd.get(i))).contains(number("a-" + i));
            assertThat(store().find(odd.get(i))).containsExactly(number("a-" + i));
            assertThat(store().key(odd.get(i)).orElseThrow().bodyDigest()).isEqualTo(odd.get(i));
        }
    }

    @Test
    @DisplayName("S-49 a snapshot reads all applications as they were at one moment, whatever is written meanwhile")
    void snapshotIsOfOneMoment() {
        List<String> names =
                IntStream.range(0, 450).mapToObj("a-%04d"::formatted).toList();
        commitAll(names.stream().map(UnitDraft::of).toArray(UnitDraft[]::new));
        List<ApplicationNumber> read = new ArrayList<>();
        List<Long> revisions = new ArrayList<>();
        store().snapshot(found -> {
            if (read.isEmpty()) {
                commitAll(UnitDraft.of("a-0449").expecting(1), UnitDraft.of("a-9999"));
            }
            read.add(found.state().number());
            revisions.add(found.state().revision());
            assertThat(found.wrappedKey())
                    .isEqualTo(
                            store().load(found.state().number()).orElseThrow().wrappedKey());
        });
        assertThat(read)
                .containsExactlyElementsOf(
                        names.stream().map(StoreRules::number).toList());
        assertThat(revisions).containsOnly(1L);
        assertThat(revision("a-0449")).isEqualTo(2);
        assertThatThrownBy(() -> store().snapshot(found -> {
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class);
        List<ApplicationNumber> again = new ArrayList<>();
        store().snapshot(found -> again.add(found.state().number()));
        assertThat(again).hasSize(451);
    }

    @Test
    @DisplayName("S-50 the last checkpoint comes back as it was given, after a restart too")
    void checkpointsAreKept() throws Exception {
        assertThat(store().lastCheckpoint()).isEmpty();
        CheckpointRow first = checkpoint(1, "a-1 2 00 1,2\n");
        CheckpointRow second = checkpoint(2, "");
        assertThat(store().addCheckpoint(first)).isTrue();
        assertThat(store().lastCheckpoint())
                .hasValueSatisfying(
                        row -> assertThat(row).usingRecursiveComparison().isEqualTo(first));
        assertThat(store().addCheckpoint(second)).isTrue();
        reopen();
        assertThat(store().lastCheckpoint())
                .hasValueSatisfying(
                        row -> assertThat(row).usingRecursiveComparison().isEqualTo(second));
    }

    @Test
    @DisplayName("S-51 a checkpoint is taken only right after the last one; of several with one sequence one is")
    void checkpointsFollowEachOther() {
        assertThat(store().addCheckpoint(checkpoint(2, "too early"))).isFalse();
        assertThat(store().lastCheckpoint()).isEmpty();
        long taken = IntStream.range(0, 8)
                .parallel()
                .filter(i -> store().addCheckpoint(checkpoint(1, "from " + i)))
                .count();
        assertThat(taken).isEqualTo(1);
        assertThat(store().addCheckpoint(checkpoint(1, "again"))).isFalse();
        assertThat(store().lastCheckpoint())
                .hasValueSatisfying(row -> assertThat(row.entries()).startsWith("from "));
    }

    private static CheckpointRow checkpoint(long sequence, String entries) {
        return new CheckpointRow(
                sequence, "{\"v\":1}", entries, bytes("before"), bytes("hash " + sequence), bytes("signature"));
    }

    @Test
    @DisplayName("S-53 a shared store, opened twice, shows at each what was committed at the other")
    void sharedStoreShowsWhatOthersCommit() throws Exception {
        assumeTrue(store().shared(), "the store does not say that others write to it too");
        try (ApplicationStore other = open(folder)) {
            assertThat(other.shared()).isTrue();
            for (int revision = 0; revision < 10; revision++) {
                ApplicationStore writing = revision % 2 == 0 ? store() : other;
                List<Unit> unit =
                        List.of(UnitDraft.of("a-1").expecting(revision).build());
                assertThat(writing.commit(unit)).allMatch(Outcome.Committed.class::isInstance);
                assertThat(writing.commit(unit)).containsExactly(STALE);
                long written = revision + 1L;
                assertThat(other.load(number("a-1")))
                        .hasValueSatisfying(
                                row -> assertThat(row.state().revision()).isEqualTo(written));
                assertThat(revision("a-1")).isEqualTo(written);
                assertThat(other.eventsAfter(0, 100)).hasSize(revision + 1);
                assertThat(store().eventsAfter(0, 100)).hasSize(revision + 1);
            }
        }
    }
}

package org.onevisit.housing.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.spi.store.Erasure;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.Outcome;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.StoreException;
import org.onevisit.housing.spi.store.StoredApplication;
import org.onevisit.housing.spi.store.Unit;

/** S-54 to S-56: what holds when an application is erased. */
abstract class StoreErasureRules extends StoreCommitRules {
    @Test
    @DisplayName(
            "S-54 an erasure takes key, claims, index, keys and attachments of one application, and no entry of its journal")
    void erasureTakesTheContent() throws Exception {
        commitAll(full("a-1"), full("b-1"));
        commitAll(UnitDraft.of("a-1")
                .expecting(1)
                .claims("more")
                .index("i-of-all", "later")
                .key("k-2", "digest"));
        Map<String, Long> before = store().rowCounts();
        List<EventRow> journal = store().events(number("a-1"), 0);
        Outcome outcome = store().erase(erasure("a-1", 2, 3));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Committed.class, done -> assertThat(
                        store().eventsAfter(done.lastPosition() - 1, 9))
                .singleElement()
                .satisfies(event -> assertThat(event.header()).isEqualTo("{\"erased\":true}")));
        assertThat(store().rowCounts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .as("2 claims, 3 under which it is found, 2 keys and 1 attachment go, one entry comes")
                .isEqualTo(before.values().stream().mapToLong(Long::longValue).sum() - 7);
        reopen();
        assertThat(store().events(number("a-1"), 0).subList(0, 2))
                .usingRecursiveComparison()
                .isEqualTo(journal);
        assertThat(sequences("a-1")).containsExactly(1L, 2L, 3L);
        StoredApplication left = store().load(number("a-1")).orElseThrow();
        assertThat(left.erased()).isTrue();
        assertThat(left.state())
                .usingRecursiveComparison()
                .isEqualTo(erasure("a-1", 2, 3).state());
        assertThat(numbers(within(COUNTY, Set.of("ERASED"), Set.of()))).containsExactly("a-1");
        assertThat(store().claimedBy("c-of-a-1")).isEmpty();
        assertThat(store().claimedBy("more")).isEmpty();
        assertThat(store().find("later")).isEmpty();
        assertThat(store().key("k-of-a-1")).isEmpty();
        assertThat(store().attachment(number("a-1"), "d1")).isEmpty();
        assertThat(store().find("i-of-all")).containsExactly(number("b-1"));
        assertThat(store().load(number("b-1")).orElseThrow().erased()).isFalse();
        assertThat(store().claimedBy("c-of-b-1")).contains(number("b-1"));
        assertThat(store().attachment(number("b-1"), "d1")).isPresent();
    }

    @Test
    @DisplayName(
            "S-55 an erasure on another revision changes nothing, nor does one made twice or of nobody, nor a unit that comes late")
    void erasureOnAnotherRevision() {
        commitAll(full("a-1"));
        Map<String, Long> before = store().rowCounts();
        assertThat(store().erase(erasure("a-1", 2, 2))).isEqualTo(STALE);
        assertThat(store().erase(erasure("a-1", 0, 2))).isEqualTo(STALE);
        assertThat(store().erase(erasure("none", 1, 2))).isEqualTo(STALE);
        assertThat(store().rowCounts()).isEqualTo(before);
        assertThat(store().load(number("a-1")).orElseThrow().erased()).isFalse();
        assertThat(store().erase(erasure("a-1", 1, 2))).isInstanceOf(Outcome.Committed.class);
        Map<String, Long> after = store().rowCounts();
        assertThat(store().erase(erasure("a-1", 1, 2))).isEqualTo(STALE);
        assertThat(commit(UnitDraft.of("a-1").expecting(1).claims("late"))).containsExactly(STALE);
        assertThat(store().rowCounts()).isEqualTo(after);
        assertThat(store().load(number("a-1")).orElseThrow().erased()).isTrue();
    }

    @Test
    @DisplayName("S-56 an erasure whose entry cannot be written leaves everything as it was")
    void erasureIsWholeOrNothing() {
        commitAll(full("a-1"));
        Map<String, Long> before = store().rowCounts();
        StoredApplication stored = store().load(number("a-1")).orElseThrow();
        assertThatThrownBy(() -> store().erase(erasure("a-1", 1, 1))).isInstanceOf(StoreException.class);
        assertThat(store().rowCounts()).isEqualTo(before);
        assertThat(store().load(number("a-1")).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(stored);
        assertThat(store().erase(erasure("a-1", 1, 2))).isInstanceOf(Outcome.Committed.class);
    }

    private static UnitDraft full(String number) {
        return UnitDraft.of(number)
                .claims("c-of-" + number)
                .index("i-of-all", "i-of-" + number)
                .key("k-of-" + number, "digest")
                .attachment("d1", bytes("paper"));
    }

    private static Erasure erasure(String number, long expected, long sequence) {
        Unit unit = UnitDraft.of(number).expecting(expected).step("ERASED").build();
        StateRow row = unit.state();
        StateRow left = new StateRow(
                row.number(),
                row.revision(),
                row.step(),
                row.county(),
                row.subdistrict(),
                row.edition(),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new byte[0]);
        byte[] hash = bytes("hash of the erasure");
        return new Erasure(
                expected,
                left,
                new EventRow(0, row.number(), sequence, "{\"erased\":true}", bytes("why"), bytes("before"), hash));
    }
}

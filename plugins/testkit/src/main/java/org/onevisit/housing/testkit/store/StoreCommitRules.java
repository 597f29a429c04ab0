package org.onevisit.housing.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.KeyRow;
import org.onevisit.housing.spi.store.Outcome;
import org.onevisit.housing.spi.store.StoreException;
import org.onevisit.housing.spi.store.Unit;

/** S-01 to S-03 and S-05 to S-22: what a commit does. */
abstract class StoreCommitRules extends StoreRules {
    @Test
    @DisplayName("S-01 what a commit reported is there after opening again")
    void committedIsDurable() throws Exception {
        commitAll(UnitDraft.of("a-1")
                .claims("claim")
                .index("token")
                .key("key", "digest")
                .attachment("d1", bytes("paper")));
        reopen();
        assertThat(revision("a-1")).isEqualTo(1);
        assertThat(sequences("a-1")).containsExactly(1L);
        assertThat(store().claimedBy("claim")).contains(number("a-1"));
        assertThat(store().find("token")).containsExactly(number("a-1"));
        assertThat(store().key("key")).contains(new KeyRow("key", "digest", number("a-1"), 1));
        assertThat(store().attachment(number("a-1"), "d1")).hasValue(bytes("paper"));
    }

    @Test
    @DisplayName("S-02 a group of 32 with one duplicate and one stale unit commits 30, and the two leave nothing")
    void badUnitsFallOutAlone() {
        commitAll(UnitDraft.of("held").claims("taken"), UnitDraft.of("other"));
        Map<String, Long> before = store().rowCounts();
        List<UnitDraft> group = new ArrayList<>();
        IntStream.range(0, 30).forEach(i -> group.add(UnitDraft.of("g-" + i).claims("c-" + i)));
        group.add(7, full(UnitDraft.of("duplicate").claims("free-1", "taken"), "1"));
        group.add(20, full(UnitDraft.of("other").expecting(5).claims("free-2"), "2"));
        List<Outcome> outcomes = commit(group.toArray(UnitDraft[]::new));
        assertThat(outcomes).hasSize(32);
        assertThat(outcomes.get(7)).isEqualTo(new Outcome.Claimed("taken", number("held")));
        assertThat(outcomes.get(20)).isEqualTo(STALE);
        assertThat(outcomes).filteredOn(Outcome.Committed.class::isInstance).hasSize(30);
        assertThat(added(before)).isEqualTo(30 * 3); // application, event, claim
        assertThat(revision("other")).isEqualTo(1);
        assertThat(store().claimedBy("free-1")).isEmpty();
        assertThat(store().claimedBy("free-2")).isEmpty();
        assertThat(store().key("key-1")).isEmpty();
        assertThat(store().key("key-2")).isEmpty();
    }

    private static UnitDraft full(UnitDraft draft, String name) {
        return draft.key("key-" + name, "digest").index("token-" + name).attachment("d", bytes("x"));
    }

    private long added(Map<String, Long> before) {
        return sum(store().rowCounts()) - sum(before);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    @DisplayName("S-03 a unit is judged by its keys, then its claims, then its revision")
    void keysThenClaimsThenRevision() {
        commitAll(UnitDraft.of("first").key("key", "digest").claims("taken"));
        KeyRow earlier = new KeyRow("key", "digest", number("first"), 1);
        assertThat(commit(
                        UnitDraft.of("first").key("key", "another").claims("taken"),
                        UnitDraft.of("other").key("key", "digest").claims("taken"),
                        UnitDraft.of("other").expecting(9).key("new", "digest").claims("taken"),
                        UnitDraft.of("other").expecting(9).key("new", "digest").claims("free")))
                .containsExactly(
                        new Outcome.KeyUsed(earlier),
                        new Outcome.KeyUsed(earlier),
                        new Outcome.Claimed("taken", number("first")),
                        STALE);
    }

    @Test
    @DisplayName("S-05 a call that fails throws StoreException and keeps nothing")
    void failedCallKeepsNothing() {
        commitAll(UnitDraft.of("a-1").events(2));
        Map<String, Long> before = store().rowCounts();
        List<Unit> units = List.of(
                UnitDraft.of("a-2").claims("claim").key("key", "digest").build(),
                UnitDraft.of("a-1").expecting(1).build()); // its event has sequence 2, which is there
        assertThatThrownBy(() -> store().commit(units)).isInstanceOf(StoreException.class);
        assertThat(store().rowCounts()).isEqualTo(before);
        assertThat(revision("a-1")).isEqualTo(1);
        assertThat(revision("a-2")).isZero();
        commitAll(UnitDraft.of("a-2").claims("claim").key("key", "digest"));
    }

    @Test
    @DisplayName("S-06 the first unit makes the application, with its wrapped key")
    void firstUnitMakesTheApplication() {
        assertThat(store().load(number("a-1"))).isEmpty();
        commitAll(UnitDraft.of("a-1"));
        assertThat(store().load(number("a-1"))).hasValueSatisfying(stored -> {
            assertThat(stored.state().revision()).isEqualTo(1);
            assertThat(stored.wrappedKey()).isEqualTo(bytes("key-of-a-1"));
        });
    }

    @Test
    @DisplayName("S-07 a first unit with a number that exists is stale")
    void numberThatExistsIsStale() {
        commitAll(UnitDraft.of("a-1").sealed("old"));
        assertThat(commit(UnitDraft.of("a-1").sealed("new"))).containsExactly(STALE);
        assertThat(store().load(number("a-1")))
                .hasValueSatisfying(
                        stored -> assertThat(stored.state().sealed()).isEqualTo(bytes("old")));
    }

    @Test
    @DisplayName("S-08 a later unit of an unknown application is stale")
    void unknownNumberIsStale() {
        assertThat(commit(UnitDraft.of("a-1").expecting(1))).containsExactly(STALE);
        assertThat(store().load(number("a-1"))).isEmpty();
        assertThat(sequences("a-1")).isEmpty();
    }

    @Test
    @DisplayName("S-09 a unit that expects an old or a future revision is stale and changes nothing")
    void otherRevisionIsStale() {
        commitAll(UnitDraft.of("a-1"), UnitDraft.of("a-1").expecting(1).step("CHECKING"));
        assertThat(commit(UnitDraft.of("a-1").expecting(1).step("LAPSED"))).containsExactly(STALE);
        assertThat(commit(UnitDraft.of("a-1").expecting(3).step("LAPSED"))).containsExactly(STALE);
        assertThat(revision("a-1")).isEqualTo(2);
        assertThat(sequences("a-1")).containsExactly(1L, 2L);
    }

    @Test
    @DisplayName("S-10 units of one application in one call are written one after the other")
    void unitsOfOneApplicationFollowEachOther() {
        commitAll(
                UnitDraft.of("a-1"),
                UnitDraft.of("a-1").expecting(1),
                UnitDraft.of("a-1").expecting(2));
        assertThat(revision("a-1")).isEqualTo(3);
        assertThat(sequences("a-1")).containsExactly(1L, 2L, 3L);
    }

    @Test
    @DisplayName("S-11 a second unit in a call that expects the same revision falls out, the first stays")
    void secondOnTheSameRevisionIsStale() {
        commitAll(UnitDraft.of("a-1"));
        List<Outcome> outcomes = commit(
                UnitDraft.of("a-1").expecting(1).step("CHECKING"),
                UnitDraft.of("a-1").expecting(1).step("LAPSED"),
                UnitDraft.of("a-1").expecting(2).step("REVIEWING"));
        assertThat(outcomes.get(1)).isEqualTo(STALE);
        assertThat(revision("a-1")).isEqualTo(3);
        assertThat(numbers(within(COUNTY, Set.of("REVIEWING"), Set.of()))).containsExactly("a-1");
    }

    @Test
    @DisplayName("S-12 of several units that claim one token in one call the first has it")
    void firstClaimWins() {
        List<Outcome> outcomes = commit(
                UnitDraft.of("a-1").claims("person"),
                UnitDraft.of("a-2").claims("person"),
                UnitDraft.of("a-3").claims("person"));
        Outcome claimed = new Outcome.Claimed("person", number("a-1"));
        assertThat(outcomes.subList(1, 3)).containsExactly(claimed, claimed);
        assertThat(store().claimedBy("person")).contains(number("a-1"));
    }

    @Test
    @DisplayName("S-13 a claim that the application holds already is no obstacle")
    void ownClaimIsNoObstacle() {
        commitAll(UnitDraft.of("a-1").claims("person"));
        commitAll(UnitDraft.of("a-1").expecting(1).claims("person", "person"));
        assertThat(commit(UnitDraft.of("a-1").expecting(9).claims("person"))).containsExactly(STALE);
        assertThat(store().claimedBy("person")).contains(number("a-1"));
    }

    @Test
    @DisplayName("S-14 what a fallen unit claimed or used up is free for the next in the same call")
    void fallenUnitFreesClaimsAndKeys() {
        commitAll(UnitDraft.of("a-1").claims("taken"));
        List<Outcome> outcomes = commit(
                UnitDraft.of("a-2").claims("free", "taken").key("key", "digest"),
                UnitDraft.of("a-3").claims("free").key("key", "digest"));
        assertThat(outcomes.get(0)).isEqualTo(new Outcome.Claimed("taken", number("a-1")));
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Committed.class);
        assertThat(store().claimedBy("free")).contains(number("a-3"));
    }

    @Test
    @DisplayName("S-15 a released claim can be taken, in the same call too")
    void releasedClaimCanBeTaken() {
        commitAll(UnitDraft.of("a-1").claims("one", "two"));
        commitAll(
                UnitDraft.of("a-1").expecting(1).releases("one"),
                UnitDraft.of("a-2").claims("one"));
        assertThat(store().claimedBy("one")).contains(number("a-2"));
        assertThat(store().claimedBy("two")).contains(number("a-1"));
    }

    @Test
    @DisplayName("S-16 releasing what another holds, or nobody, does nothing")
    void foreignClaimIsNotReleased() {
        commitAll(UnitDraft.of("a-1").claims("one"), UnitDraft.of("a-2").releases("one", "nobody's"));
        assertThat(store().claimedBy("one")).contains(number("a-1"));
    }

    @Test
    @DisplayName("S-17 the wrapped key stays when a later unit brings none")
    void wrappedKeyStays() {
        commitAll(UnitDraft.of("a-1"), UnitDraft.of("a-1").expecting(1));
        assertThat(store().load(number("a-1")))
                .hasValueSatisfying(stored -> assertThat(stored.wrappedKey()).isEqualTo(bytes("key-of-a-1")));
    }

    @Test
    @DisplayName("S-18 a key used in the same call is used")
    void keyUsedInTheSameCall() {
        List<Outcome> outcomes = commit(
                UnitDraft.of("a-1").key("key", "one"), UnitDraft.of("a-2").key("key", "two"));
        assertThat(outcomes.get(1)).isEqualTo(new Outcome.KeyUsed(new KeyRow("key", "one", number("a-1"), 1)));
        assertThat(store().load(number("a-2"))).isEmpty();
    }

    @Test
    @DisplayName("S-19 a stale unit releases, indexes, attaches and appends nothing")
    void staleUnitWritesNothing() {
        commitAll(UnitDraft.of("a-1").claims("mine").attachment("d1", bytes("old")));
        assertThat(commit(UnitDraft.of("a-1")
                        .expecting(7)
                        .releases("mine")
                        .index("token")
                        .attachment("d1", bytes("new"))))
                .containsExactly(STALE);
        assertThat(store().claimedBy("mine")).contains(number("a-1"));
        assertThat(store().find("token")).isEmpty();
        assertThat(store().attachment(number("a-1"), "d1")).hasValue(bytes("old"));
        assertThat(sequences("a-1")).containsExactly(1L);
    }

    @Test
    @DisplayName("S-20 no unit gives no outcome; 1000 units are taken, more are not")
    void sizesOfACall() {
        assertThat(store().commit(List.of())).isEmpty();
        List<Unit> units = IntStream.rangeClosed(0, 1000)
                .mapToObj(i -> UnitDraft.of("a-" + i).build())
                .toList();
        assertThatThrownBy(() -> store().commit(units)).isInstanceOf(IllegalArgumentException.class);
        assertThat(revision("a-0")).isZero();
        assertThat(store().commit(units.subList(0, 1000))).hasSize(1000);
    }

    @Test
    @DisplayName(
            "S-21 the reported position is that of the unit's last event, and positions rise, also after opening again")
    void positionsRise() throws Exception {
        commitAll(UnitDraft.of("a-1").events(3), UnitDraft.of("a-2"));
        reopen();
        Outcome outcome = commit(UnitDraft.of("a-3").events(2)).get(0);
        List<Long> positions =
                store().eventsAfter(0, 100).stream().map(EventRow::position).toList();
        assertThat(positions).hasSize(6).isSorted().doesNotHaveDuplicates().allMatch(position -> position > 0);
        assertThat(outcome).isEqualTo(new Outcome.Committed(positions.get(5)));
    }

    @Test
    @DisplayName("S-22 a large content is kept whole")
    void largeContentIsKept() throws Exception {
        byte[] large = new byte[4_000_000];
        new Random(1).nextBytes(large);
        commitAll(UnitDraft.of("a-1").attachment("d1", large));
        reopen();
        assertThat(store().attachment(number("a-1"), "d1")).hasValue(large);
    }
}

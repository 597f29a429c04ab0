package org.onevisit.housing.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.StoreQuery;

/** S-26 to S-36: what is due and what a query selects. */
abstract class StoreQueryRules extends StoreThreadRules {
    private static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");

    @Test
    @DisplayName("S-26 a state comes back as it was given, to the nanosecond")
    void stateComesBack() {
        UnitDraft draft = UnitDraft.of("a-1")
                .step("CHECKING")
                .places("330482", "330482001002")
                .award("ACTIVE")
                .waitingFor("tax", "bank")
                .wakeAt(Instant.parse("2026-11-27T04:00:00.123456789Z"))
                .deadlineAt(Instant.parse("1969-12-31T23:59:59.000000001Z"))
                .sealed("秘");
        commitAll(draft);
        StateRow given = draft.build().state();
        StateRow loaded = store().load(number("a-1")).orElseThrow().state();
        StateRow listed = store().list(within(COUNTY)).get(0);
        assertThat(loaded).usingRecursiveComparison().isEqualTo(given);
        assertThat(listed).usingRecursiveComparison().isEqualTo(given);
        commitAll(UnitDraft.of("a-1").expecting(1));
        StateRow emptied = store().load(number("a-1")).orElseThrow().state();
        assertThat(emptied)
                .usingRecursiveComparison()
                .isEqualTo(UnitDraft.of("a-1").expecting(1).build().state());
    }

    @Test
    @DisplayName("S-27 due gives the earliest first, its own moment included, at most as many as asked")
    void dueIsOrdered() {
        commitAll(
                UnitDraft.of("a-1").wakeAt(NOON),
                UnitDraft.of("a-2").wakeAt(NOON.minusSeconds(60)),
                UnitDraft.of("a-3").wakeAt(NOON.plusNanos(1)),
                UnitDraft.of("a-4"),
                UnitDraft.of("a-5").wakeAt(NOON.minusSeconds(90)));
        assertThat(store().due(NOON, 10)).containsExactly(number("a-5"), number("a-2"), number("a-1"));
        assertThat(store().due(NOON, 2)).containsExactly(number("a-5"), number("a-2"));
        assertThat(store().due(NOON.minusSeconds(91), 10)).isEmpty();
        assertThat(store().due(Instant.MAX, 10)).hasSize(4);
    }

    @Test
    @DisplayName("S-28 due follows the latest state")
    void dueFollowsTheState() {
        commitAll(UnitDraft.of("a-1").wakeAt(NOON), UnitDraft.of("a-2").wakeAt(NOON));
        commitAll(
                UnitDraft.of("a-1").expecting(1),
                UnitDraft.of("a-2").expecting(1).wakeAt(NOON.plusSeconds(5)));
        assertThat(store().due(NOON, 10)).isEmpty();
        assertThat(store().due(NOON.plusSeconds(5), 10)).containsExactly(number("a-2"));
    }

    @Test
    @DisplayName("S-29 a county selects what it decides, ordered by number, wherever it is routed")
    void countySelects() {
        commitAll(
                UnitDraft.of("a-2"),
                UnitDraft.of("a-1").places("330482", "330411001"),
                UnitDraft.of("a-3").places("330411", "330482001"));
        assertThat(numbers(within("330482"))).containsExactly("a-1", "a-2");
        assertThat(numbers(within("330411"))).containsExactly("a-3");
        assertThat(numbers(within("110101"))).isEmpty();
    }

    @Test
    @DisplayName("S-30 a subdistrict or community selects what is routed there or inside it")
    void subdistrictSelects() {
        commitAll(
                UnitDraft.of("a-1").places("330482", "330482001"),
                UnitDraft.of("a-2").places("330482", "330482001002"),
                UnitDraft.of("a-3").places("330482", "330482001003"),
                UnitDraft.of("a-4").places("330482", "330482002"));
        assertThat(numbers(within("330482001"))).containsExactly("a-1", "a-2", "a-3");
        assertThat(numbers(within("330482001002"))).containsExactly("a-2");
        assertThat(numbers(within("330482001", Set.of("RECEIVED"), Set.of()))).hasSize(3);
        commitAll(UnitDraft.of("a-1").expecting(1).places("330482", "330482002"));
        assertThat(numbers(within("330482002"))).containsExactly("a-1", "a-4");
    }

    @Test
    @DisplayName("S-31 several steps come merged in the order of numbers")
    void stepsSelect() {
        commitAll(
                UnitDraft.of("a-1").step("VOTING"),
                UnitDraft.of("a-2").step("CHECKING"),
                UnitDraft.of("a-3").step("VOTING"),
                UnitDraft.of("a-4").step("LAPSED"));
        assertThat(numbers(within(COUNTY, Set.of("VOTING"), Set.of()))).containsExactly("a-1", "a-3");
        assertThat(numbers(within(COUNTY, Set.of("VOTING", "CHECKING"), Set.of())))
                .containsExactly("a-1", "a-2", "a-3");
        assertThat(numbers(within(COUNTY, Set.of("POSTING"), Set.of()))).isEmpty();
    }

    @Test
    @DisplayName("S-32 an agency selects what waits for it, by its whole code")
    void agencySelects() {
        commitAll(
                UnitDraft.of("a-1").waitingFor("tax", "bank"),
                UnitDraft.of("a-2").waitingFor("tax-office"),
                UnitDraft.of("a-3").waitingFor("bank", "tax"),
                UnitDraft.of("a-4"));
        assertThat(numbers(asked("tax"))).containsExactly("a-1", "a-3");
        assertThat(numbers(asked("ta"))).isEmpty();
        commitAll(UnitDraft.of("a-1").expecting(1).waitingFor("bank"));
        assertThat(numbers(asked("tax"))).containsExactly("a-3");
    }

    private static StoreQuery asked(String agency) {
        return query(Set.of(), Optional.of(agency), Optional.empty(), Set.of(), Optional.empty(), 100);
    }

    @Test
    @DisplayName("S-33 a limit is over at its own moment; without a limit nothing is")
    void overdueSelects() {
        commitAll(
                UnitDraft.of("a-1").deadlineAt(NOON),
                UnitDraft.of("a-2").deadlineAt(NOON.plusSeconds(1)),
                UnitDraft.of("a-3"),
                UnitDraft.of("a-4").deadlineAt(NOON.minusSeconds(1)).step("CHECKING"),
                UnitDraft.of("b-1").deadlineAt(NOON).places("330411", "330411001"));
        Optional<Instant> at = Optional.of(NOON);
        assertThat(numbers(query(Set.of(), Optional.empty(), at, Set.of(), Optional.empty(), 100)))
                .containsExactly("a-1", "a-4");
        assertThat(numbers(query(Set.of("CHECKING"), Optional.empty(), at, Set.of(), Optional.empty(), 100)))
                .containsExactly("a-4");
        Optional<Instant> ever = Optional.of(Instant.MAX);
        assertThat(numbers(query(Set.of(), Optional.empty(), ever, Set.of(), Optional.empty(), 100)))
                .containsExactly("a-1", "a-2", "a-4");
    }

    @Test
    @DisplayName("S-34 awards select their states; none given selects all, those without an award included")
    void awardsSelect() {
        commitAll(
                UnitDraft.of("a-1").award("ACTIVE"),
                UnitDraft.of("a-2").award("ENDED"),
                UnitDraft.of("a-3").award("SUSPENDED").step("APPROVED"),
                UnitDraft.of("a-4"));
        assertThat(numbers(within(COUNTY, Set.of(), Set.of("ACTIVE", "SUSPENDED"))))
                .containsExactly("a-1", "a-3");
        assertThat(numbers(within(COUNTY, Set.of("APPROVED"), Set.of("ACTIVE", "SUSPENDED"))))
                .containsExactly("a-3");
        assertThat(numbers(within("330482001", Set.of(), Set.of("ENDED")))).containsExactly("a-2");
        assertThat(numbers(within(COUNTY, Set.of(), Set.of("ENDED", "")))).containsExactly("a-2", "a-4");
        assertThat(numbers(within(COUNTY))).hasSize(4);
    }

    @Test
    @DisplayName("S-35 the cursor leads through all pages, each row once")
    void cursorLeadsThrough() {
        List<String> steps = List.of("CHECKING", "VOTING", "LAPSED");
        UnitDraft[] drafts = IntStream.range(0, 50)
                .mapToObj(i -> UnitDraft.of("a-" + (100 + i)).step(steps.get(i % 3)))
                .toArray(UnitDraft[]::new);
        commitAll(drafts);
        for (Set<String> wanted : List.of(Set.<String>of(), Set.of("CHECKING", "VOTING"))) {
            List<String> paged = new ArrayList<>();
            List<String> page = numbers(page(wanted, Optional.empty()));
            while (!page.isEmpty()) {
                assertThat(page).hasSizeLessThanOrEqualTo(7);
                paged.addAll(page);
                page = numbers(page(wanted, Optional.of(page.get(page.size() - 1))));
            }
            assertThat(paged).isEqualTo(numbers(within(COUNTY, wanted, Set.of())));
        }
    }

    private static StoreQuery page(Set<String> steps, Optional<String> after) {
        return query(steps, Optional.empty(), Optional.empty(), Set.of(), after, 7);
    }

    @Test
    @DisplayName("S-36 every part of a query narrows")
    void partsNarrow() {
        commitAll(
                UnitDraft.of("a-1")
                        .step("CHECKING")
                        .waitingFor("tax")
                        .deadlineAt(NOON)
                        .award("ACTIVE"),
                UnitDraft.of("a-2")
                        .step("CHECKING")
                        .waitingFor("tax")
                        .deadlineAt(NOON)
                        .award("ACTIVE"),
                UnitDraft.of("a-3")
                        .step("VOTING")
                        .waitingFor("tax")
                        .deadlineAt(NOON)
                        .award("ACTIVE"),
                UnitDraft.of("a-4")
                        .step("CHECKING")
                        .waitingFor("bank")
                        .deadlineAt(NOON)
                        .award("ACTIVE"),
                UnitDraft.of("a-5").step("CHECKING").waitingFor("tax").award("ACTIVE"),
                UnitDraft.of("a-6").step("CHECKING").waitingFor("tax").deadlineAt(NOON));
        assertThat(numbers(query(
                        Set.of("CHECKING"),
                        Optional.of("tax"),
                        Optional.of(NOON),
                        Set.of("ACTIVE"),
                        Optional.of("a-1"),
                        100)))
                .containsExactly("a-2");
    }

    private static StoreQuery query(
            Set<String> steps,
            Optional<String> agency,
            Optional<Instant> overdueAt,
            Set<String> awards,
            Optional<String> after,
            int limit) {
        return new StoreQuery(
                Division.of(COUNTY), steps, agency, overdueAt, awards, after.map(StoreRules::number), limit);
    }
}

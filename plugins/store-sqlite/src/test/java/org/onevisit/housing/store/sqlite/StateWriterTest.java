package org.onevisit.housing.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.spi.store.Outcome;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.Unit;
import org.onevisit.housing.testkit.store.UnitDraft;

/** What a store remembers of the rows it wrote never shows. */
class StateWriterTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName("a row that another process wrote meanwhile is written whole")
    void rowWrittenByAnother() {
        Path file = folder.resolve("store.db");
        try (SqliteStore one = SqliteStore.open(file);
                SqliteStore other = SqliteStore.open(file)) {
            commit(one, full(0).build());
            commit(other, UnitDraft.of("a-1").expecting(1).build());
            commit(one, full(2).build());
            assertHolds(one, full(2).build().state());
            commit(one, UnitDraft.of("a-1").expecting(3).award("ENDED").build());
            assertHolds(
                    other,
                    UnitDraft.of("a-1").expecting(3).award("ENDED").build().state());
        }
    }

    private static UnitDraft full(long expected) {
        return UnitDraft.of("a-1")
                .expecting(expected)
                .step("VOTING")
                .places("330411", "330411001")
                .award("ACTIVE")
                .waitingFor("tax")
                .wakeAt(Instant.EPOCH)
                .deadlineAt(Instant.EPOCH)
                .sealed("full");
    }

    private static void commit(SqliteStore store, Unit unit) {
        assertThat(store.commit(List.of(unit))).allMatch(Outcome.Committed.class::isInstance);
    }

    private static void assertHolds(SqliteStore store, StateRow state) {
        assertThat(store.load(state.number()).orElseThrow().state())
                .usingRecursiveComparison()
                .isEqualTo(state);
    }
}

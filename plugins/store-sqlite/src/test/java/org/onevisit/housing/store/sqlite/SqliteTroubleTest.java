package org.onevisit.housing.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.Outcome;
import org.onevisit.housing.spi.store.StoreException;
import org.onevisit.housing.spi.store.Unit;
import org.onevisit.housing.testkit.store.UnitDraft;

/** A store whose disk fails acknowledges nothing, keeps what it has, and comes back by itself. */
class SqliteTroubleTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("store.db");
    }

    @Test
    @DisplayName("a full disk refuses the whole group, says so, and is forgotten once there is room")
    void fullDisk() {
        try (DatabaseFile database = DatabaseFile.open(SqliteOptions.of(file));
                SqliteStore store = new SqliteStore(database)) {
            store.commit(List.of(UnitDraft.of("a-1").build()));
            Map<String, Long> before = store.rowCounts();
            database.write(session -> session.number("PRAGMA max_page_count = 1"));
            List<Unit> group = List.of(
                    UnitDraft.of("a-2").claims("claim").build(),
                    UnitDraft.of("a-3").attachment("d", new byte[1_000_000]).build());
            assertThatThrownBy(() -> store.commit(group))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContainingAll(file.toString(), "disk is full", "make room");
            assertThat(store.rowCounts()).isEqualTo(before);
            assertThat(store.commit(group)).allMatch(Outcome.Committed.class::isInstance);
        }
    }

    @Test
    @DisplayName("a file that has gone refuses everything until it is back")
    void fileGone() throws IOException {
        try (SqliteStore store = SqliteStore.open(file)) {
            store.commit(List.of(UnitDraft.of("a-1").build()));
            Path away = Files.move(file, folder.resolve("away.db"));
            List<Unit> later = List.of(UnitDraft.of("a-2").build());
            assertThatThrownBy(() -> store.commit(later))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContainingAll(file.toString(), "is gone");
            assertThat(file).doesNotExist();
            Files.move(away, file);
            assertThat(store.commit(later)).allMatch(Outcome.Committed.class::isInstance);
        }
    }

    @Test
    @DisplayName("an error of the caller inside a group keeps nothing of the group")
    void callersError() {
        try (SqliteStore store = SqliteStore.open(file)) {
            List<Unit> group = List.of(
                    UnitDraft.of("a-1").build(),
                    UnitDraft.of("a-2").wakeAt(Instant.MAX).build());
            assertThatThrownBy(() -> store.commit(group)).isInstanceOf(IllegalArgumentException.class);
            assertThat(store.load(ApplicationNumber.of("a-1"))).isEmpty();
            List<Unit> comma =
                    List.of(UnitDraft.of("a-1").waitingFor("tax,bank").build());
            assertThatThrownBy(() -> store.commit(comma)).hasMessageContaining("no comma");
        }
    }

    @Test
    @DisplayName("two stores on one file wait for each other and lose nothing")
    void twoStoresOnOneFile() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (SqliteStore one = SqliteStore.open(file);
                SqliteStore two = SqliteStore.open(file)) {
            List<Callable<Boolean>> work = List.of(() -> fill(one, "one"), () -> fill(two, "two"));
            for (Future<Boolean> done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
            assertThat(one.eventsAfter(0, 1000).stream().map(EventRow::position))
                    .hasSize(200)
                    .doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean fill(SqliteStore store, String number) {
        boolean committed = true;
        for (int revision = 0; revision < 100; revision++) {
            Unit unit = UnitDraft.of(number).expecting(revision).build();
            committed &= store.commit(List.of(unit)).get(0) instanceof Outcome.Committed;
        }
        return committed;
    }
}

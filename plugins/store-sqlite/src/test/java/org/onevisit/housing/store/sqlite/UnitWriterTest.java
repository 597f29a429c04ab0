package org.onevisit.housing.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.Outcome;
import org.onevisit.housing.testkit.store.UnitDraft;

/** A unit is written by few statements, however much is in it. */
class UnitWriterTest {
    private static final ApplicationNumber NUMBER = ApplicationNumber.of("a-1");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 40})
    void everyEventOfAUnitStandsInItsPlace(int count) {
        try (SqliteStore store = SqliteStore.open(folder.resolve("store.db"))) {
            List<Outcome> outcomes = store.commit(List.of(
                    UnitDraft.of("a-1").events(count).build(),
                    UnitDraft.of("a-2").events(2).build()));
            assertThat(outcomes).containsExactly(new Outcome.Committed(count), new Outcome.Committed(count + 2));
            assertThat(store.events(NUMBER, 0))
                    .extracting(EventRow::sequence)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, count).boxed().toList());
            assertThat(store.eventsAfter(0, 100))
                    .extracting(EventRow::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, count + 2).boxed().toList());
        }
    }

    @Test
    void anApplicationIsFoundUnderEveryTokenOnce() {
        String[] tokens = IntStream.range(0, 40).mapToObj(i -> "token-" + i).toArray(String[]::new);
        try (SqliteStore store = SqliteStore.open(folder.resolve("store.db"))) {
            store.commit(List.of(UnitDraft.of("a-1").index(tokens).build()));
            store.commit(List.of(UnitDraft.of("a-1").expecting(1).index(tokens).build()));
            assertThat(tokens).allSatisfy(token -> assertThat(store.find(token)).containsExactly(NUMBER));
        }
    }
}

package org.onevisit.housing.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.spi.store.StoreQuery;
import org.onevisit.housing.store.jdbc.Selection;

/** Every query walks an index; sorting is left to where few rows come together. */
class SelectionTest {
    private static final Set<String> NONE = Set.of();
    private static final Set<String> TWO = Set.of("CHECKING", "VOTING");
    private static final Optional<Instant> AT = Optional.of(Instant.EPOCH);

    @TempDir
    Path folder;

    static Stream<Arguments> queries() {
        return Stream.of(
                Arguments.of("330482", NONE, NONE, Optional.empty(), "application_waiting (number>?)"),
                Arguments.of("330482", TWO, NONE, Optional.empty(), "application_county_step (county=? AND step=? AND"),
                Arguments.of("330482001", NONE, NONE, Optional.empty(), "application_waiting (number>?)"),
                Arguments.of("330482001", TWO, NONE, Optional.empty(), "application_town_step (town=? AND step=? AND"),
                Arguments.of("330482001002", TWO, NONE, Optional.empty(), "application_town_step (town=? AND step=?"),
                Arguments.of("330482", NONE, TWO, Optional.empty(), "application_county_award (county=? AND award=?"),
                Arguments.of("330482", TWO, TWO, Optional.empty(), "application_county_award (county=? AND award=?"),
                Arguments.of("330482001", NONE, TWO, Optional.empty(), "application_town_award (town=? AND award=?"),
                Arguments.of("330482", TWO, TWO, AT, "application_deadline (deadline_at>? AND deadline_at<?)"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    @DisplayName("the plan names the narrowest index")
    void planNamesTheIndex(
            String within, Set<String> steps, Set<String> awards, Optional<Instant> overdueAt, String index) {
        StoreQuery query = new StoreQuery(
                Division.of(within),
                steps,
                Optional.of("tax"),
                overdueAt,
                awards,
                Optional.of(ApplicationNumber.of("a-1")),
                100);
        Selection selection = new Selection(query, new SqliteDialect());
        try (DatabaseFile database = DatabaseFile.open(SqliteOptions.of(folder.resolve("store.db")))) {
            List<String> plan = database.read(session -> session.all(
                    row -> row.getString("detail"), "EXPLAIN QUERY PLAN " + selection.sql(), selection.values()));
            assertThat(plan).anySatisfy(line -> assertThat(line).contains(index));
            assertThat(plan).noneMatch(line -> line.startsWith("SCAN application"));
            assertThat(plan)
                    .as("sorts: the branches' numbers, at most a page each, and the page")
                    .filteredOn(line -> line.contains("TEMP B-TREE"))
                    .hasSizeLessThanOrEqualTo(overdueAt.isEmpty() ? 2 : 3);
        }
    }
}

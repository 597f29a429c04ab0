package org.onevisit.housing.store.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.StoreQuery;
import org.onevisit.housing.store.jdbc.Selection;
import org.onevisit.housing.testkit.store.UnitDraft;

/** A hundred thousand applications and three hundred thousand events: everything that is asked walks an index. */
@Timeout(180)
class PlansTest {
    private static final Set<String> NONE = Set.of();
    private static final Set<String> TWO = Set.of("CHECKING", "VOTING");
    private static final Instant NOW = Instant.ofEpochSecond(1_000_000);
    private static final Optional<Instant> LATE = Optional.of(NOW);
    private static PostgresOptions options;

    /** One in a hundred is open: it waits, is due, has a limit; of these one in ten is late. */
    @BeforeAll
    static void fill() throws Exception {
        options = PostgresServer.shared().options();
        new PostgresStore(options).close();
        String schema = options.schema();
        PostgresServer.shared()
                .execute(
                        "SET search_path = " + schema,
                        "INSERT INTO application (number, revision, step, county, subdistrict, edition, award, waiting,"
                                + " wake_at, deadline_at, wrapped_key, sealed) SELECT '330482-' || lpad(i::text, 8, '0'), 1,"
                                + " CASE WHEN i % 100 = 0 THEN (ARRAY['CHECKING', 'VOTING'])[1 + (i / 100) % 2] ELSE 'REFUSED' END,"
                                + " CASE WHEN i % 100 = 3 THEN '330411' ELSE '330482' END, '3304820' || lpad((i % 9)::text, 2, '0'), 'e',"
                                + " CASE WHEN i % 50 = 1 THEN 'ACTIVE' ELSE '' END,"
                                + " CASE WHEN i % 100 = 0 THEN ',tax,' ELSE '' END,"
                                + " CASE WHEN i % 100 = 0 THEN 1000000000000000 + (i % 1000) * 1000 ELSE NULL END,"
                                + " CASE WHEN i % 100 = 0 THEN 1000000000000000 + (i % 1000) * 1000 ELSE NULL END,"
                                + " '\\x00', decode(repeat('ab', 500), 'hex') FROM generate_series(1, 100000) i",
                        "INSERT INTO event (number, sequence, header, previous, hash, sealed) SELECT '330482-' ||"
                                + " lpad((1 + i / 3)::text, 8, '0'), 1 + i % 3, '{}', '\\x00', '\\x00', '\\x00'"
                                + " FROM generate_series(0, 299999) i",
                        "INSERT INTO claim SELECT 'c' || i, '330482-' || i FROM generate_series(1, 100000) i",
                        "INSERT INTO found_under SELECT 't' || i, '330482-' || i FROM generate_series(1, 100000) i",
                        "INSERT INTO used_key SELECT 'k' || i, 'd', '330482-' || i, 1 FROM generate_series(1, 100000) i",
                        "INSERT INTO attachment SELECT '330482-' || i, 'd', '\\x00' FROM generate_series(1, 100000) i",
                        "INSERT INTO access (number, at, actor, role, what) SELECT '330482-' || i, 1, 'a', 'r', 'w'"
                                + " FROM generate_series(1, 100000) i",
                        "ANALYZE");
    }

    @AfterAll
    static void drop() throws Exception {
        PostgresServer.shared().execute("DROP SCHEMA " + options.schema() + " CASCADE");
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                // nearly all are of this county, so the order of numbers serves as well
                Arguments.of("330482", NONE, NONE, Optional.empty(), Optional.empty(), "application_number_key"),
                Arguments.of("330411", NONE, NONE, Optional.empty(), Optional.empty(), "application_county"),
                Arguments.of("330482", TWO, NONE, Optional.empty(), Optional.empty(), "application_county_step"),
                Arguments.of("330482001", TWO, NONE, Optional.empty(), Optional.empty(), "application_town_step"),
                Arguments.of("330482001002", NONE, NONE, Optional.empty(), Optional.empty(), "application_town"),
                Arguments.of(
                        "330482",
                        NONE,
                        Set.of("ACTIVE"),
                        Optional.empty(),
                        Optional.empty(),
                        "application_county_award"),
                Arguments.of("330482", NONE, NONE, Optional.of("tax"), Optional.empty(), "application_waiting"),
                Arguments.of("330482", NONE, NONE, Optional.empty(), LATE, "application_deadline"),
                Arguments.of("330482001", TWO, NONE, Optional.of("tax"), LATE, "application_deadline"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    @DisplayName("a list walks the index that is made for it")
    void listsWalkTheirIndex(
            String within,
            Set<String> steps,
            Set<String> awards,
            Optional<String> agency,
            Optional<Instant> overdueAt,
            String index) {
        Selection selection = new Selection(query(within, steps, awards, agency, overdueAt), new PostgresDialect());
        try (Server server = Server.open(options)) {
            List<String> plan = server.read(
                    session -> session.all(row -> row.getString(1), "EXPLAIN " + selection.sql(), selection.values()));
            assertThat(plan).anyMatch(line -> line.contains(index + " ") || line.endsWith(index));
            assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
        }
    }

    private static StoreQuery query(
            String within,
            Set<String> steps,
            Set<String> awards,
            Optional<String> agency,
            Optional<Instant> overdueAt) {
        return new StoreQuery(Division.of(within), steps, agency, overdueAt, awards, Optional.empty(), 100);
    }

    @Test
    @DisplayName("look-ups, lists, what is due and the journal scan no table, however often they are asked")
    void nothingIsScanned() throws Exception {
        long before = scans();
        ApplicationNumber number = ApplicationNumber.of("330482-00050000");
        try (PostgresStore store = new PostgresStore(options)) {
            for (int i = 0; i < 12; i++) { // from the sixth time on the server may plan once for all
                assertThat(store.load(number)).isPresent();
                assertThat(store.events(number, 1)).hasSize(2);
                assertThat(store.eventsAfter(299_990, 10)).hasSize(10);
                assertThat(store.eventsAfter(150_000, 100)).hasSize(100);
                assertThat(store.due(NOW, 50)).hasSize(50);
                assertThat(store.due(NOW.plusSeconds(1), 500)).hasSize(500);
                assertThat(store.find("t77")).hasSize(1);
                assertThat(store.claimedBy("c77")).isPresent();
                assertThat(store.key("k77")).isPresent();
                assertThat(store.attachment(ApplicationNumber.of("330482-77"), "d"))
                        .isPresent();
                assertThat(store.accesses(ApplicationNumber.of("330482-77"))).hasSize(1);
                for (Arguments each : queries().toList()) {
                    List<StateRow> rows = store.list(queryOf(each.get()));
                    assertThat(rows).hasSizeLessThanOrEqualTo(100);
                }
                store.commit(List.of(UnitDraft.of("new-" + i)
                        .claims("claim-" + i)
                        .index("t")
                        .key("key-" + i, "d")
                        .build()));
                store.commit(List.of(UnitDraft.of("new-" + i)
                        .expecting(1)
                        .releases("claim-" + i)
                        .build()));
            }
        }
        TimeUnit.SECONDS.sleep(2); // a connection tells its figures when it ends
        assertThat(PostgresServer.shared()
                        .number("SELECT sum(idx_scan) FROM pg_stat_user_tables WHERE schemaname = '" + options.schema()
                                + "'"))
                .as("walks of an index, to see that they are counted")
                .isGreaterThan(300);
        assertThat(scans()).isEqualTo(before);
    }

    @SuppressWarnings("unchecked")
    private static StoreQuery queryOf(Object[] parts) {
        return query(
                (String) parts[0],
                (Set<String>) parts[1],
                (Set<String>) parts[2],
                (Optional<String>) parts[3],
                (Optional<Instant>) parts[4]);
    }

    /** Scans of the tables that grow. */
    private static long scans() throws Exception {
        return PostgresServer.shared()
                .number("SELECT sum(seq_scan) FROM pg_stat_user_tables WHERE schemaname = '" + options.schema()
                        + "' AND relname IN ('application', 'event', 'claim', 'found_under', 'used_key', 'attachment',"
                        + " 'access')");
    }
}

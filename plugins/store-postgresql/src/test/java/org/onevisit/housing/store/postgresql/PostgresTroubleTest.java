package org.onevisit.housing.store.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.Outcome;
import org.onevisit.housing.spi.store.StoreException;
import org.onevisit.housing.spi.store.Unit;
import org.onevisit.housing.testkit.store.UnitDraft;

/** What a store does when its server is in trouble: nothing is acknowledged that is not kept, and it comes back by itself. */
@Timeout(180)
class PostgresTroubleTest {
    private static final Limits SHORT =
            new Limits(4, Duration.ofSeconds(3), Duration.ofSeconds(8), Duration.ofSeconds(2));

    @Test
    @DisplayName(
            "a server that is stopped refuses everything; started again it has all that was acknowledged, and goes on")
    void serverStopsAndStarts(@TempDir Path folder) throws Exception {
        int port = freePort();
        PostgresOptions options = PostgresServer.shared().options();
        PostgresServer server = PostgresServer.in(folder.resolve("data"), port);
        PostgresOptions own =
                new PostgresOptions(server.url(), options.login(), options.schema(), SHORT, UnsafeServer.REFUSE);
        try (PostgresStore store = new PostgresStore(own)) {
            assertCommitted(store.commit(List.of(UnitDraft.of("a-1").claims("c").build())));
            readWithAllConnections(store);
            server.close();
            List<Unit> later = List.of(UnitDraft.of("a-2").build());
            assertThatThrownBy(() -> store.commit(later))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("tried again with the next call");
            assertThatThrownBy(() -> store.load(ApplicationNumber.of("a-1"))).isInstanceOf(StoreException.class);
            server = PostgresServer.in(folder.resolve("data"), port);
            assertThat(store.load(ApplicationNumber.of("a-2"))).isEmpty();
            assertCommitted(store.commit(later));
            assertThat(store.eventsAfter(0, 10)).hasSize(2);
            assertThat(store.claimedBy("c")).contains(ApplicationNumber.of("a-1"));
        } finally {
            server.close();
        }
    }

    private static void readWithAllConnections(PostgresStore store) {
        IntStream.range(0, 50).parallel().forEach(i -> store.load(ApplicationNumber.of("a-1")));
    }

    @Test
    @DisplayName("connections that the server has ended are replaced without a failed call")
    void endedConnectionsAreReplaced() throws Exception {
        PostgresOptions options = PostgresServer.shared().options();
        try (PostgresStore store = new PostgresStore(options)) {
            assertCommitted(store.commit(List.of(UnitDraft.of("a-1").build())));
            readWithAllConnections(store);
            PostgresServer.shared()
                    .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE application_name = 'onevisit-housing'");
            assertCommitted(store.commit(List.of(UnitDraft.of("a-2").build())));
            assertThat(store.reserve("numbers", 5)).isEqualTo(1);
            readWithAllConnections(store);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeWire.Break.class,
            names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
    @DisplayName(
            "a group whose commit is cut off is there once and acknowledged once, whether the server kept it or not")
    void lostCommitIsFoundOut(FakeWire.Break where) throws Exception {
        PostgresOptions options = PostgresServer.shared().options();
        try (FakeWire wire = new FakeWire(PostgresServer.shared().port());
                PostgresStore store = new PostgresStore(over(wire, options))) {
            for (int round = 0; round < 5; round++) {
                List<Unit> group = groupOf(round);
                wire.breakNext(where);
                List<Outcome> outcomes = store.commit(group);
                assertThat(wire.isWhole()).as("the wire did break").isTrue();
                assertCommitted(outcomes);
                List<EventRow> events = store.eventsAfter(0, 1000);
                assertThat(events).hasSize(4 * (round + 1));
                assertThat(outcomes.get(2))
                        .isEqualTo(new Outcome.Committed(
                                events.get(events.size() - 1).position()));
            }
        }
    }

    private static List<Unit> groupOf(int round) {
        return List.of(
                UnitDraft.of("a-" + round)
                        .claims("c-" + round)
                        .key("k-" + round, "d")
                        .build(),
                UnitDraft.of("own").expecting(round).build(),
                UnitDraft.of("b-" + round).events(2).build());
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeWire.Break.class,
            names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
    @DisplayName("a step without events whose commit is cut off is there once too")
    void lostCommitWithoutEvents(FakeWire.Break where) throws Exception {
        PostgresOptions options = PostgresServer.shared().options();
        try (FakeWire wire = new FakeWire(PostgresServer.shared().port());
                PostgresStore store = new PostgresStore(over(wire, options))) {
            assertCommitted(store.commit(List.of(UnitDraft.of("a-1").build())));
            wire.breakNext(where);
            assertCommitted(store.commit(List.of(UnitDraft.of("a-1")
                    .expecting(1)
                    .events(0)
                    .sealed("other")
                    .attachment("d", new byte[] {1})
                    .build())));
            assertThat(wire.isWhole()).as("the wire did break").isTrue();
            assertThat(store.attachment(ApplicationNumber.of("a-1"), "d")).hasValue(new byte[] {1});
        }
    }

    @Test
    @DisplayName("a commit that is cut off for good is told as unknown, and a repeat with its key tells")
    void doubtIsSaid() throws Exception {
        PostgresOptions options = PostgresServer.shared().options();
        Unit unit = UnitDraft.of("a-1").key("key", "digest").build();
        FakeWire wire = new FakeWire(PostgresServer.shared().port());
        try (PostgresStore store = new PostgresStore(over(wire, options).with(SHORT))) {
            store.load(ApplicationNumber.of("a-1"));
            wire.breakNext(FakeWire.Break.AFTER_COMMIT);
            wire.refuse();
            assertThatThrownBy(() -> store.commit(List.of(unit)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContainingAll("went away during a commit", "a repeat with the same key tells");
        }
        try (PostgresStore other = new PostgresStore(options)) {
            assertThat(other.commit(List.of(unit)).get(0)).isInstanceOf(Outcome.KeyUsed.class);
        }
    }

    private static PostgresOptions over(FakeWire wire, PostgresOptions options) {
        return new PostgresOptions(
                PostgresServer.url(wire.port()), options.login(), options.schema(), options.limits(), options.unsafe());
    }

    @Test
    @DisplayName("a host that stands still with the turn in its hands loses it, and the others go on")
    void silentHostLosesItsTurn() throws Exception {
        PostgresOptions options = PostgresServer.shared().options().with(SHORT);
        try (PostgresStore store = new PostgresStore(options);
                Server silent = Server.open(options)) {
            List<Outcome> outcomes = new ArrayList<>();
            Integer rows = silent.alone(
                    session -> {
                        if (outcomes.isEmpty()) {
                            session.update("INSERT INTO counter (name, next) VALUES ('silent', 1)");
                            Thread other = new Thread(() -> outcomes.addAll(
                                    store.commit(List.of(UnitDraft.of("a-1").build()))));
                            other.start();
                            join(other); // until then this session says nothing
                        }
                        return session.update("INSERT INTO counter (name, next) VALUES ('again', 1)");
                    },
                    (session, result) -> false);
            assertThat(rows).isEqualTo(1);
            assertCommitted(outcomes);
            assertThat(store.reserve("silent", 1)).as("rolled back").isEqualTo(1);
            assertThat(store.reserve("again", 1)).as("done again, once").isEqualTo(1);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("a turn that does not come in time is told with its cause")
    void turnDoesNotCome() throws Exception {
        PostgresOptions options = PostgresServer.shared().options();
        try (Server holding = Server.open(options);
                PostgresStore store = new PostgresStore(options.with(SHORT))) {
            Integer done = holding.alone(
                    session -> {
                        assertThatThrownBy(() ->
                                        store.commit(List.of(UnitDraft.of("a-1").build())))
                                .isInstanceOf(StoreException.class)
                                .hasMessageContaining("written by another host for longer than turnSeconds");
                        return 1;
                    },
                    (session, result) -> false);
            assertThat(done).isEqualTo(1);
            assertCommitted(store.commit(List.of(UnitDraft.of("a-1").build())));
        }
    }

    @Test
    @DisplayName("an error inside a group keeps nothing of the group, and the next one is written")
    void errorInsideAGroup() {
        try (PostgresStore store = new PostgresStore(PostgresServer.shared().options())) {
            Map<String, Long> before = store.rowCounts();
            List<Unit> group = List.of(
                    UnitDraft.of("a-1").claims("c").build(),
                    UnitDraft.of("a-2").claims("with\u0000nothing").build());
            assertThatThrownBy(() -> store.commit(group))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("U+0000");
            assertThat(store.rowCounts()).isEqualTo(before);
            assertCommitted(store.commit(List.of(UnitDraft.of("a-1").claims("c").build())));
        }
    }

    private static void assertCommitted(List<Outcome> outcomes) {
        assertThat(outcomes).isNotEmpty().allMatch(Outcome.Committed.class::isInstance);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

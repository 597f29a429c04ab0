package org.onevisit.housing.store.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.StoreException;
import org.onevisit.housing.testkit.store.UnitDraft;

/** What opens and what is refused, what the refusal says, and that it never says the password. */
@Timeout(120)
class PostgresOpeningTest {
    private static final String SECRET = "s3cret";

    @Test
    @DisplayName(
            "a server that would lose acknowledged steps is refused with the settings that do it; or used, if so wished")
    void unsafeServer() throws Exception {
        try (PostgresServer careless = PostgresServer.careless()) {
            PostgresOptions options = PostgresOptions.of(careless.url(), login());
            assertRefused(() -> new PostgresStore(options), "fsync", "synchronous_commit", "power cut", "unsafeServer");
            try (PostgresStore store = new PostgresStore(options.with(UnsafeServer.WARN))) {
                assertThat(store.load(ApplicationNumber.of("a-1"))).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("synchronous_commit that is off for the role alone is found too, also by a store that is open")
    void unsafeRole() throws Exception {
        PostgresServer server = PostgresServer.shared();
        server.execute("CREATE ROLE hasty LOGIN SUPERUSER");
        PostgresOptions options = PostgresOptions.of(server.url(), new PostgresOptions.Login("hasty", () -> ""))
                .in(PostgresServer.newSchema());
        try (PostgresStore store = new PostgresStore(options)) {
            server.execute("ALTER ROLE hasty SET synchronous_commit = off");
            assertRefused(() -> new PostgresStore(options), "synchronous_commit off");
            server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'hasty'");
            assertRefused(() -> store.commit(List.of(UnitDraft.of("a-1").build())), "synchronous_commit off");
        } finally {
            server.execute("ALTER ROLE hasty RESET synchronous_commit");
        }
    }

    @Test
    @DisplayName("the tables of another program, and those of a newer version, are refused and left alone")
    void foreignAndNewer() throws Exception {
        PostgresServer server = PostgresServer.shared();
        PostgresOptions foreign = server.options();
        server.execute(
                "CREATE SCHEMA " + foreign.schema(), "CREATE TABLE " + foreign.schema() + ".application (id INT)");
        assertRefused(() -> new PostgresStore(foreign), "another program", "set schema to another name");
        PostgresOptions newer = server.options();
        new PostgresStore(newer).close();
        server.execute("UPDATE " + newer.schema() + ".housing_version SET version = 2");
        assertRefused(() -> new PostgresStore(newer), "version 2", "up to 1", "newer program");
    }

    @Test
    @DisplayName("a role that may not make the schema can use one that is made for it")
    void schemaMadeByTheAdministrator() throws Exception {
        PostgresServer server = PostgresServer.shared();
        String schema = PostgresServer.newSchema();
        server.execute("CREATE ROLE plain LOGIN PASSWORD '" + SECRET + "'");
        PostgresOptions options = PostgresOptions.of(server.url(), new PostgresOptions.Login("plain", () -> SECRET))
                .in(schema);
        assertRefused(() -> new PostgresStore(options), "let its role own the schema");
        server.execute("CREATE SCHEMA " + schema + " AUTHORIZATION plain");
        try (PostgresStore store = new PostgresStore(options)) {
            assertThat(store.commit(List.of(UnitDraft.of("a-1").build()))).hasSize(1);
        }
    }

    @Test
    @DisplayName("a database that is not there, a standby, a server that is not there: each is told with what to do")
    void unusableDatabases() throws Exception {
        PostgresServer server = PostgresServer.shared();
        String nowhere = server.url().replace("/postgres", "/nowhere");
        assertRefused(
                () -> new PostgresStore(PostgresOptions.of(nowhere, login())), "is not there", "create the database");
        server.execute("CREATE ROLE reader LOGIN", "ALTER ROLE reader SET default_transaction_read_only = on");
        assertRefused(
                () -> new PostgresStore(
                        PostgresOptions.of(server.url(), new PostgresOptions.Login("reader", () -> SECRET))),
                "may only be read",
                "primary");
        assertRefused(
                () -> new PostgresStore(PostgresOptions.of("jdbc:postgresql://127.0.0.1:1/housing", login())),
                "housing at 127.0.0.1:1",
                "cannot be reached");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:sqlite:x, housing, no address of a database",
        "jdbc:postgresql://db/x?password=s3cret, housing, holds a user or a password",
        "jdbc:postgresql://db/x?user=a, housing, holds a user or a password",
        "jdbc:postgresql://a:s3cret@db/x, housing, holds a user or a password",
        "jdbc:postgresql://db/x, Housing; DROP, no plain name",
    })
    @DisplayName("options that cannot be meant are refused, and no value is repeated")
    void badOptions(String url, String schema, String expected) {
        assertThatThrownBy(() -> PostgresOptions.of(url, login()).in(schema))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(expected)
                .satisfies(
                        e -> assertThat(e.getMessage()).doesNotContain(SECRET).doesNotContain("DROP"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    @DisplayName("connections have a range")
    void badLimits(int connections) {
        Duration one = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new Limits(connections, one, Duration.ofSeconds(2), one))
                .hasMessageContaining("expected 1 to 100");
        assertThatThrownBy(() -> new Limits(1, one, one, one)).hasMessageContaining("answerSeconds");
    }

    @Test
    @DisplayName("options never show the password")
    void optionsHideThePassword() {
        PostgresOptions options = PostgresOptions.of("jdbc:postgresql://db:5433/x", login());
        assertThat(options.toString()).isEqualTo("x at db:5433, schema housing");
        assertThat(options.login().toString()).doesNotContain(SECRET);
    }

    @Test
    @DisplayName(
            "the component opens with its configuration, reads the password from its file, and is closed when stopped")
    void component(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), SECRET + "\n");
        PostgresStoreComponent component = new PostgresStoreComponent(
                new FakeConfig(PostgresServer.shared().url(), "", file.toString()));
        assertThat(component.shared()).isTrue();
        assertThat(component.load(ApplicationNumber.of("a-1"))).isEmpty();
        component.stop();
        assertThatThrownBy(component::rowCounts)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("closed");
        assertRefused(
                () -> new PostgresStoreComponent(
                        new FakeConfig(PostgresServer.shared().url(), "", folder + "/missing")),
                "passwordFile",
                "cannot be read");
        assertThatThrownBy(() -> new PostgresStoreComponent(new FakeConfig("jdbc:postgresql://db/x", SECRET, "x")))
                .hasMessageContaining("both password and passwordFile")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(SECRET));
    }

    private static PostgresOptions.Login login() {
        return new PostgresOptions.Login("postgres", () -> SECRET);
    }

    private static void assertRefused(ThrowingCallable opening, String... parts) {
        assertThatThrownBy(opening)
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll(parts)
                .satisfies(e -> assertThat(e.toString() + e.getCause()).doesNotContain(SECRET));
    }

    /** A configuration as the framework would give it. */
    private record FakeConfig(String url, String password, String passwordFile)
            implements PostgresStoreComponent.Config {
        @Override
        public String user() {
            return "postgres";
        }

        @Override
        public String schema() {
            return "of_the_component";
        }

        @Override
        public int connections() {
            return 2;
        }

        @Override
        public int connectSeconds() {
            return 5;
        }

        @Override
        public int answerSeconds() {
            return 30;
        }

        @Override
        public int turnSeconds() {
            return 10;
        }

        @Override
        public UnsafeServer unsafeServer() {
            return UnsafeServer.REFUSE;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return PostgresStoreComponent.Config.class;
        }
    }
}

package org.onevisit.housing.store.postgresql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real server with the settings of an installed one; most tests share one, each in a schema of its own. */
final class PostgresServer implements AutoCloseable {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static @Nullable PostgresServer shared;

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** The one that the tests of this JVM share; it ends with the JVM. */
    static synchronized PostgresServer shared() {
        if (shared == null) {
            shared = new PostgresServer(start(durable()));
        }
        return shared;
    }

    /** One of its own, with its files in a folder that stays, on a port that stays. */
    static PostgresServer in(Path folder, int port) {
        return new PostgresServer(start(
                durable().setDataDirectory(folder).setCleanDataDirectory(false).setPort(port)));
    }

    /** As the library starts it, for speed: nothing is synced. */
    static PostgresServer careless() {
        return new PostgresServer(start(EmbeddedPostgres.builder()));
    }

    private static EmbeddedPostgres.Builder durable() {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on");
    }

    private static EmbeddedPostgres start(EmbeddedPostgres.Builder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("no server could be started", e);
        }
    }

    int port() {
        return server.getPort();
    }

    String url() {
        return url(server.getPort());
    }

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** A schema that no other test has. */
    static String newSchema() {
        return "test_" + SCHEMAS.incrementAndGet();
    }

    /** Options for the content of a new schema. */
    PostgresOptions options() {
        return options(newSchema());
    }

    PostgresOptions options(String schema) {
        return PostgresOptions.of(url(), new PostgresOptions.Login("postgres", () -> ""))
                .in(schema);
    }

    /** Runs statements as the server's administrator. */
    void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    /** The number that a query gives. */
    long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "");
    }

    /** Stops the server, as its administrator would. */
    @Override
    public void close() throws IOException {
        server.close();
    }
}

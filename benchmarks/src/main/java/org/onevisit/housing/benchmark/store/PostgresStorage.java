package org.onevisit.housing.benchmark.store;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * A PostgreSQL server of its own, with the settings of an installation. The library that starts it would not wait for the disk at a
 * commit unless told to.
 */
public final class PostgresStorage implements Storage {
    /** What durability rests on; all of it is on. */
    public static final List<String> ON = List.of("fsync", "synchronous_commit", "full_page_writes");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Tally tally = new Tally();
    private final EmbeddedPostgres server;
    private final HikariDataSource pool;

    /** A server whose data lie in this folder, for so many connections. */
    public PostgresStorage(Path folder, int connections) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setPGStartupWait(PATIENCE);
        ON.forEach(setting -> builder.setServerConfig(setting, "on"));
        try {
            server = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start in " + folder, e);
        }
        pool = Pool.of(server.getPostgresDatabase(), connections);
    }

    /** The server's port on the loopback interface. */
    public int port() {
        return server.getPort();
    }

    @Override
    public DataSource connections() {
        return Counted.of(pool, tally);
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public List<String> readBack() {
        return ON.stream()
                .map(setting -> Pool.check(pool, setting, "SHOW " + setting, "on"))
                .toList();
    }

    /** Its version. */
    public String version() {
        return Pool.value(pool, "SHOW server_version");
    }

    @Override
    public long bytes() {
        return Long.parseLong(Pool.value(pool, "SELECT pg_database_size(current_database())"));
    }

    @Override
    public void close() {
        pool.close();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop", e);
        }
    }
}

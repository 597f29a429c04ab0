package org.onevisit.housing.benchmark.ours;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.onevisit.housing.benchmark.store.Counted;
import org.onevisit.housing.benchmark.store.PostgresStorage;
import org.onevisit.housing.benchmark.store.Tally;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.store.postgresql.CountedPostgres;
import org.onevisit.housing.store.postgresql.PostgresOptions;

/** The store for a city, as it ships, over a server of its own. */
public final class OurPostgres implements OurStore {
    /** For the size of the database; the store brings its own connections. */
    private static final int BESIDE = 1;

    private final Tally tally = new Tally();
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final PostgresStorage server;
    private final ApplicationStore store;

    /** A store on a server whose data lie in this folder. */
    public OurPostgres(Path folder) {
        server = new PostgresStorage(folder, BESIDE);
        String url = "jdbc:postgresql://localhost:%d/postgres".formatted(server.port());
        PostgresOptions options = PostgresOptions.of(url, new PostgresOptions.Login("postgres", () -> ""));
        store = CountedPostgres.open(options, connection -> {
            connections.add(connection);
            return Counted.of(connection, tally);
        });
    }

    @Override
    public ApplicationStore store() {
        return store;
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public List<String> readBack() {
        List<String> settings = new ArrayList<>();
        try {
            for (Connection connection : connections) {
                if (!connection.isClosed()) {
                    for (String name : PostgresStorage.ON) {
                        settings.add(setting(connection, name));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the server's settings cannot be read back", e);
        }
        return settings.stream().distinct().toList();
    }

    /** As the connection itself has it: a role or a database may have been given another value than the server. */
    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW " + name)) {
            String found = rows.next() ? rows.getString(1) : "";
            if (!found.equals("on")) {
                throw new IllegalStateException("%s is %s and not on".formatted(name, found));
            }
            return name + " = " + found;
        }
    }

    @Override
    public long bytes() {
        return server.bytes();
    }

    /** Not broken down: the sealed parts are those of the embedded store. */
    @Override
    public List<Part> parts() {
        return List.of();
    }

    @Override
    public void close() {
        server.close();
    }
}

package org.onevisit.housing.benchmark.ours;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.onevisit.housing.benchmark.store.Counted;
import org.onevisit.housing.benchmark.store.Tally;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.store.sqlite.CountedSqlite;
import org.onevisit.housing.store.sqlite.SqliteOptions;

/** The embedded store, as it ships. */
public final class OurSqlite implements OurStore {
    private static final List<String> TABLES = List.of("application", "claim", "found_under", "used_key", "access");
    private final Tally tally = new Tally();
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final Path file;
    private final ApplicationStore store;

    /** A store in this folder. */
    public OurSqlite(Path folder) {
        file = folder.resolve("store").resolve("housing.db");
        store = CountedSqlite.open(SqliteOptions.of(file), connection -> {
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
                    settings.add(setting(connection, "journal_mode", "wal"));
                    settings.add(setting(connection, "synchronous", "2"));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the store's settings cannot be read back", e);
        }
        return settings.stream().distinct().toList();
    }

    private static String setting(Connection connection, String name, String expected) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA " + name)) {
            String found = rows.next() ? rows.getString(1) : "";
            if (!found.equals(expected)) {
                throw new IllegalStateException("%s is %s and not %s".formatted(name, found, expected));
            }
            return name + " = " + found;
        }
    }

    @Override
    public long bytes() {
        String sql = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException("the size of the store is not known", e);
        }
    }

    @Override
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String column : List.of("number", "header", "previous", "hash", "sealed")) {
                try (ResultSet rows = statement.executeQuery(
                        "SELECT json_extract(header, '$.events[0].type') AS kind, count(*)," + " sum(length(CAST("
                                + column + " AS BLOB))) FROM event GROUP BY kind ORDER BY min(position)")) {
                    while (rows.next()) {
                        parts.add(new Part("event", rows.getString(1), column, rows.getLong(2), rows.getLong(3)));
                    }
                }
            }
            for (String table : TABLES) {
                for (String column : columns(connection, table)) {
                    try (ResultSet rows = statement.executeQuery(
                            "SELECT count(*), coalesce(sum(length(CAST(" + column + " AS BLOB))), 0) FROM " + table)) {
                        rows.next();
                        parts.add(new Part(table, "", column, rows.getLong(1), rows.getLong(2)));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the store's tables cannot be read", e);
        }
        return parts;
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
            while (rows.next()) {
                columns.add(rows.getString("name"));
            }
        }
        return columns;
    }
}

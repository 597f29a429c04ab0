package org.onevisit.housing.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;

/** The rows of an SQLite store, read only. Texts are asked for as bytes: what is stored counts, not what a driver makes of it. */
public final class SqliteRows implements LedgerRows {
    private static final int OURS = 0x4f564853;
    private static final byte[] NOTHING = {};
    private final Connection connection;
    private final boolean mine;

    private SqliteRows(Connection connection, boolean mine) {
        this.connection = connection;
        this.mine = mine;
    }

    /** The rows that a connection sees; it stays open, and whatever it has begun stays begun. */
    public static SqliteRows seenBy(Connection connection) {
        return new SqliteRows(connection, false);
    }

    /**
     * Opens a store as it stands at this moment. A file without a write-ahead log has nobody who writes: it is opened so that not even
     * a lock is taken.
     *
     * @throws UnreadableException if it is no store
     */
    public static SqliteRows open(Path file) {
        Properties properties = new Properties();
        properties.setProperty("open_mode", "65"); // read only, and the name is a URI
        String uri = "jdbc:sqlite:" + file.toAbsolutePath().toUri().toString().replaceFirst("^file:/+", "file:/");
        try {
            // asked by its class: the manager of drivers would not look into a class loader of the verifier's own
            Connection connection =
                    JDBC.createConnection(uri + (isQuiet(file) ? "?immutable=1" : "?mode=ro"), properties);
            SqliteRows rows = new SqliteRows(connection, true);
            try {
                rows.begin(file);
                return rows;
            } catch (SQLException | UnreadableException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new UnreadableException(file + " cannot be read as an SQLite database: " + e.getMessage(), e);
        }
    }

    /** Has the file no write-ahead log beside it? Then nobody has it open. */
    public static boolean isQuiet(Path file) {
        return !Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
    }

    private void begin(Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
        }
        if (number("PRAGMA application_id") != OURS) {
            throw new UnreadableException(
                    file + " is no store of this product: its application_id is another", new SQLException("foreign"));
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Override
    public long count() {
        try {
            return number("SELECT count(*) FROM event");
        } catch (SQLException e) {
            throw unreadable("event", e);
        }
    }

    @Override
    public Cursor<Entry> byApplication() {
        String sql = "SELECT position, CAST(number AS BLOB), sequence, CAST(header AS BLOB), previous, hash, sealed"
                + " FROM event ORDER BY number, sequence, position";
        return new Rows<>(
                "event",
                sql,
                row -> new Entry(
                        row.getLong(1),
                        text(row, 2),
                        row.getLong(3),
                        bytes(row, 4),
                        bytes(row, 5),
                        bytes(row, 6),
                        bytes(row, 7)));
    }

    @Override
    public Cursor<Place> byPosition() {
        String sql = "SELECT position, CAST(number AS BLOB), sequence, hash FROM event NOT INDEXED ORDER BY position";
        return new Rows<>("event", sql, row -> new Place(row.getLong(1), text(row, 2), row.getLong(3), bytes(row, 4)));
    }

    @Override
    public Cursor<Checkpoint> checkpoints() {
        String sql = "SELECT sequence, CAST(header AS BLOB), CAST(entries AS BLOB), previous, hash, signature"
                + " FROM checkpoint ORDER BY sequence";
        try {
            if (number("SELECT count(*) FROM sqlite_master WHERE name = 'checkpoint'") == 0) {
                return new Rows<>("checkpoint", "SELECT 1 WHERE 0", row -> {
                    throw new SQLException("no row was asked for");
                });
            }
        } catch (SQLException e) {
            throw unreadable("checkpoint", e);
        }
        return new Rows<>(
                "checkpoint",
                sql,
                row -> new Checkpoint(
                        row.getLong(1), bytes(row, 2), bytes(row, 3), bytes(row, 4), bytes(row, 5), bytes(row, 6)));
    }

    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte[] found = row.getBytes(column);
        return found == null ? NOTHING : found;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return new String(bytes(row, column), UTF_8);
    }

    private static UnreadableException unreadable(String table, SQLException e) {
        return new UnreadableException("the table " + table + " cannot be read: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            if (mine) {
                connection.close();
            }
        } catch (SQLException e) {
            throw unreadable("event", e);
        }
    }

    /** How a row is read. */
    private interface Read<T> {
        T from(ResultSet row) throws SQLException;
    }

    /** The rows of one statement. */
    private final class Rows<T> implements Cursor<T> {
        private final String table;
        private final Read<T> read;
        private final Statement statement;
        private final ResultSet rows;

        Rows(String table, String sql, Read<T> read) {
            this.table = table;
            this.read = read;
            try {
                statement = connection.createStatement();
                rows = statement.executeQuery(sql);
            } catch (SQLException e) {
                throw unreadable(table, e);
            }
        }

        @Override
        public @Nullable T next() {
            try {
                return rows.next() ? read.from(rows) : null;
            } catch (SQLException e) {
                throw unreadable(table, e);
            }
        }

        @Override
        public void close() {
            try {
                statement.close();
            } catch (SQLException e) {
                throw unreadable(table, e);
            }
        }
    }
}

package org.onevisit.housing.benchmark.floor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** The two tables of the floor: an event for each step, one state for each application, as narrow as they can be. */
final class FloorTables {
    private FloorTables() {}

    static void make(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        boolean postgres = product.contains("postgres");
        String position = postgres ? "BIGSERIAL PRIMARY KEY" : "INTEGER PRIMARY KEY";
        String bytes = postgres ? "BYTEA" : "BLOB";
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS event (position " + position + ", number VARCHAR(40) NOT NULL,"
                            + " sequence INT NOT NULL, header VARCHAR(300) NOT NULL, content " + bytes + " NOT NULL)");
            statement.execute("CREATE UNIQUE INDEX IF NOT EXISTS event_of_application ON event (number, sequence)");
            statement.execute("CREATE TABLE IF NOT EXISTS state (number VARCHAR(40) PRIMARY KEY, revision INT NOT NULL,"
                    + " step VARCHAR(20) NOT NULL, deadline_at BIGINT, content " + bytes + " NOT NULL)");
            statement.execute("CREATE INDEX IF NOT EXISTS state_deadline ON state (deadline_at, number)");
        }
    }

    /** How many steps of an application are there; its state and its events agree. */
    static int steps(Connection connection, String number) throws SQLException {
        String sql = "SELECT count(*), max(sequence), (SELECT revision FROM state WHERE number = ?)"
                + " FROM event WHERE number = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, number);
            query.setString(2, number);
            try (ResultSet rows = query.executeQuery()) {
                int events = rows.next() ? rows.getInt(1) : 0;
                if (events != rows.getInt(2) || events != rows.getInt(3)) {
                    throw new SQLException("events and state of %s do not agree".formatted(number));
                }
                return events;
            }
        }
    }
}

package org.onevisit.housing.benchmark.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Connections that are kept open. */
final class Pool {
    private static final long PATIENCE = 120_000;

    private Pool() {}

    /** At most so many connections of a source. */
    static HikariDataSource of(DataSource source, int most) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(most);
        config.setConnectionTimeout(PATIENCE);
        return new HikariDataSource(config);
    }

    /** The one value that a query gives. */
    static String value(DataSource source, String query) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new IllegalStateException("no answer to: " + query);
            }
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException("no answer to: " + query, e);
        }
    }

    /** A setting and its value; refuses another value than the one expected. */
    static String check(DataSource source, String name, String query, String expected) {
        String found = value(source, query);
        if (!found.equals(expected)) {
            throw new IllegalStateException("%s is %s and not %s".formatted(name, found, expected));
        }
        return name + " = " + found;
    }
}

package org.onevisit.housing.store.postgresql;

import java.sql.SQLException;
import java.util.Optional;
import org.onevisit.housing.spi.store.StoreException;
import org.onevisit.housing.store.jdbc.Scripts;
import org.onevisit.housing.store.jdbc.Session;

/** The tables, version by version, in a schema of their own. */
final class Schema {
    /** The version that this code reads and writes. */
    static final int VERSION = 1;

    /** The table that holds the version. */
    static final String VERSIONS = "housing_version";

    private static final Scripts SCRIPTS = new Scripts(Schema.class);
    private final PostgresOptions options;

    Schema(PostgresOptions options) {
        this.options = options;
    }

    /**
     * Brings the schema to this version, makes it if it is missing; tells which version it was. The caller has begun a transaction
     * and is alone.
     *
     * @throws StoreException if it is another program's, or newer than this code
     */
    long bringUp(Session session) throws SQLException {
        make(session);
        long found = version(session);
        if (found > VERSION) {
            String message = "has version %d, this program reads up to %d; start the newer program that wrote it,"
                    + " or restore a dump made before the upgrade";
            throw refusal(message.formatted(found, VERSION));
        }
        for (long next = found + 1; next <= VERSION; next++) {
            SCRIPTS.run(next, session);
            session.update("UPDATE " + VERSIONS + " SET version = ?", next);
        }
        return found;
    }

    private void make(Session session) throws SQLException {
        String there = "SELECT count(*) FROM pg_namespace WHERE nspname = ?";
        if (session.number(there, options.schema()) == 0) {
            session.run("CREATE SCHEMA \"" + options.schema() + "\"");
        }
    }

    private long version(Session session) throws SQLException {
        String tables = "SELECT tablename FROM pg_tables WHERE schemaname = ? ORDER BY tablename = ? DESC LIMIT 1";
        Optional<String> first = session.first(row -> row.getString(1), tables, options.schema(), VERSIONS);
        if (first.isEmpty()) {
            session.run("CREATE TABLE " + VERSIONS + " (version INTEGER NOT NULL)");
            session.run("INSERT INTO " + VERSIONS + " VALUES (0)");
            return 0;
        }
        if (!first.get().equals(VERSIONS)) {
            throw refusal("holds the tables of another program; set schema to another name");
        }
        return session.number("SELECT version FROM " + VERSIONS);
    }

    private StoreException refusal(String reason) {
        return new StoreException(
                "the database %s %s".formatted(options, reason), new IllegalStateException("schema refused"));
    }
}

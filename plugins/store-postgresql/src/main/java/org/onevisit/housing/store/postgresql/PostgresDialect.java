package org.onevisit.housing.store.postgresql;

import org.onevisit.housing.store.jdbc.Dialect;

/** PostgreSQL keeps statistics and finds its indexes by itself. */
final class PostgresDialect implements Dialect {
    @Override
    public String walking(String index) {
        return "";
    }

    @Override
    public String holds(String column) {
        return "strpos(" + column + ", ?) > 0";
    }

    @Override
    public String tables() {
        return "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename <> '"
                + Schema.VERSIONS + "'";
    }

    @Override
    public String beginSnapshot() {
        return "START TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";
    }
}

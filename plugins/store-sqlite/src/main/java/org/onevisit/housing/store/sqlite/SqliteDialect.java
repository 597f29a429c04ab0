package org.onevisit.housing.store.sqlite;

import org.onevisit.housing.store.jdbc.Dialect;

/** SQLite keeps no statistics unless asked to, so it is told which index to walk. */
final class SqliteDialect implements Dialect {
    @Override
    public String walking(String index) {
        return " INDEXED BY " + index;
    }

    @Override
    public String holds(String column) {
        return "instr(" + column + ", ?) > 0";
    }

    @Override
    public String tables() {
        return "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
    }

    /** The first statement that reads fixes the moment. */
    @Override
    public String beginSnapshot() {
        return "BEGIN";
    }
}

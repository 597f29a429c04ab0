package org.onevisit.housing.store.sqlite;

import java.nio.file.Path;
import org.onevisit.housing.store.jdbc.JdbcStore;

/**
 * Keeps applications in one SQLite file.
 *
 * <p><b>Durability.</b> As {@link Synchronous} says. <b>Threads.</b> Any; one writes at a time, several read beside it. <b>Files.</b>
 * The database, and while it is open its {@code -wal} and {@code -shm}; copy them only when the store is closed. Two processes on
 * one file do no harm to it, but are not meant to be.
 */
public class SqliteStore extends JdbcStore {
    /**
     * Opens a store; makes the file if it is missing.
     *
     * @throws org.onevisit.housing.spi.store.StoreException if the file cannot be used; says why and what to do
     */
    public SqliteStore(SqliteOptions options) {
        this(DatabaseFile.open(options));
    }

    SqliteStore(DatabaseFile database) {
        super(database, new SqliteDialect());
    }

    /** Opens the store in a file, safe against a power cut. */
    public static SqliteStore open(Path file) {
        return new SqliteStore(SqliteOptions.of(file));
    }
}

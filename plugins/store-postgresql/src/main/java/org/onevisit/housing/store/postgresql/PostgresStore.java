package org.onevisit.housing.store.postgresql;

import org.onevisit.housing.store.jdbc.JdbcStore;

/**
 * Keeps applications in a PostgreSQL database that several hosts may share.
 *
 * <p><b>Durability.</b> As the server's own settings say; one whose settings lose acknowledged steps is refused. <b>Threads.</b> Any.
 * Groups are written one after another, over all hosts: each waits for its turn at the server. <b>Trouble.</b> What the server
 * rolled back, and what never came to its commit, is tried once more here. When the connection is lost during the commit itself, the
 * server is asked what became of it; only if it stays away is the answer a StoreException that says that nobody knows.
 */
public class PostgresStore extends JdbcStore {
    /**
     * Opens a store; makes the tables if they are missing.
     *
     * @throws org.onevisit.housing.spi.store.StoreException if the database cannot be used; says why and what to do
     */
    public PostgresStore(PostgresOptions options) {
        this(Server.open(options));
    }

    PostgresStore(Server server) {
        super(server, new PostgresDialect());
    }

    @Override
    public final boolean shared() {
        return true;
    }
}

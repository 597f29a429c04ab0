package org.onevisit.housing.store.postgresql;

import java.sql.Connection;
import java.util.function.UnaryOperator;
import org.onevisit.housing.spi.store.ApplicationStore;

/** The store in PostgreSQL with its statements counted. In the store's package because only there its connections can be wrapped. */
public final class CountedPostgres {
    private CountedPostgres() {}

    /** Opens a store; every connection passes through {@code wrap}. */
    public static ApplicationStore open(PostgresOptions options, UnaryOperator<Connection> wrap) {
        return new PostgresStore(Server.open(options, wrap));
    }
}

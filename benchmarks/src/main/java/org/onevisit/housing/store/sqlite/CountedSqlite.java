package org.onevisit.housing.store.sqlite;

import java.sql.Connection;
import java.util.function.UnaryOperator;
import org.onevisit.housing.spi.store.ApplicationStore;

/** The embedded store with its statements counted. In the store's package because only there its connections can be wrapped. */
public final class CountedSqlite {
    private CountedSqlite() {}

    /** Opens a store; every connection passes through {@code wrap}. */
    public static ApplicationStore open(SqliteOptions options, UnaryOperator<Connection> wrap) {
        return new SqliteStore(DatabaseFile.open(options, wrap));
    }
}

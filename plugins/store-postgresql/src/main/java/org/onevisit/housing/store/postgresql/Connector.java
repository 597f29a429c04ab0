package org.onevisit.housing.store.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.store.jdbc.Pool;
import org.onevisit.housing.store.jdbc.Session;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Opens connections to the server, set so that nothing waits for ever and nothing secret is told. */
final class Connector {
    /** What holds for all that is done on a connection; the server's own defaults may be others. */
    private static final String SETTINGS = "SELECT set_config('search_path', ?, false),"
            + " set_config('default_transaction_isolation', 'read committed', false),"
            + " set_config('lock_timeout', ?, false),"
            + " set_config('idle_in_transaction_session_timeout', ?, false)";

    private final PostgresOptions options;
    private final UnaryOperator<Connection> wrap;

    /** Opens them as the options say; every connection passes through {@code wrap}. */
    Connector(PostgresOptions options, UnaryOperator<Connection> wrap) {
        this.options = options;
        this.wrap = wrap;
    }

    Session open() throws SQLException {
        Properties properties = properties();
        @Nullable Connection connection = new Driver().connect(options.url(), properties);
        if (connection == null) {
            throw new SQLException("the driver does not take the address", "08001");
        }
        Session session = new Session(wrap.apply(connection));
        boolean done = false;
        try {
            long turn = options.limits().turn().toMillis();
            // who falls silent with the turn in its hands loses it before those who wait lose patience
            session.first(row -> row.getString(1), SETTINGS, options.schema(), turn + "ms", turn / 2 + "ms");
            done = true;
            return session;
        } finally {
            if (!done) {
                Pool.discard(session);
            }
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, options.login().user());
        String password = options.login().password().get();
        if (!password.isEmpty()) {
            PGProperty.PASSWORD.set(properties, password);
        }
        PGProperty.CONNECT_TIMEOUT.set(
                properties, Math.toIntExact(options.limits().connect().toSeconds()));
        PGProperty.SOCKET_TIMEOUT.set(
                properties, Math.toIntExact(options.limits().answer().toSeconds()));
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.APPLICATION_NAME.set(properties, "onevisit-housing");
        // details of an error repeat values
        PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, false);
        return properties;
    }
}

package org.onevisit.housing.store.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.onevisit.housing.spi.store.StoreException;
import org.onevisit.housing.store.jdbc.Database;
import org.onevisit.housing.store.jdbc.Pool;
import org.onevisit.housing.store.jdbc.Proof;
import org.onevisit.housing.store.jdbc.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database on its server: one connection that writes groups, and some for everything else. Groups take turns over all hosts, by a
 * lock that the server holds until the transaction has ended; so none of them meets another half done, and no two of them can block
 * each other.
 */
final class Server implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final int TRIES = 3;

    /** "OVHS": our locks among those of others in the same database. */
    private static final int OURS = 0x4f564853;

    private final PostgresOptions options;
    private final Trouble trouble;
    private final Pool writer;
    private final Pool others;
    private volatile boolean closed;

    private Server(PostgresOptions options, UnaryOperator<Connection> wrap) {
        this.options = options;
        this.trouble = new Trouble(options);
        Connector connector = new Connector(options, wrap);
        ServerSettings settings = new ServerSettings(options);
        this.writer = new Pool(1, this::checkUsable, () -> settings.checked(connector.open()));
        this.others = new Pool(options.limits().connections(), this::checkUsable, connector::open);
    }

    /** Connects, and brings the tables to this version if they are older or missing. */
    static Server open(PostgresOptions options) {
        return open(options, UnaryOperator.identity());
    }

    /** The same; every connection passes through {@code wrap}, for who counts what is executed. */
    static Server open(PostgresOptions options, UnaryOperator<Connection> wrap) {
        Server server = new Server(options, wrap);
        boolean done = false;
        try {
            Schema schema = new Schema(options);
            server.alone(schema::bringUp, (session, version) -> false); // doing it again does no harm
            LOG.info("store {} open", options);
            done = true;
            return server;
        } finally {
            if (!done) {
                server.close();
            }
        }
    }

    @Override
    public <T> T alone(Work<T> work, Proof<T> proof) {
        Doubt<T> doubt = new Doubt<>(options.limits().connect());
        Work<T> inTurn = session -> {
            session.begin();
            session.number("SELECT 1 FROM pg_advisory_xact_lock(?, ?)", OURS, lock());
            Optional<T> kept = doubt.settle(session, proof);
            return doubt.commit(session, kept.isPresent() ? kept.get() : work.on(session));
        };
        return trying(writer, inTurn, doubt);
    }

    /** One lock for each schema. */
    private int lock() {
        return options.schema().hashCode();
    }

    @Override
    public <T> T write(Work<T> work) {
        Doubt<T> doubt = new Doubt<>(Duration.ZERO); // nobody could settle it
        Work<T> whole = session -> {
            session.begin();
            return doubt.commit(session, work.on(session));
        };
        return trying(others, whole, doubt);
    }

    @Override
    public <T> T read(Work<T> work) {
        return trying(others, work, new Doubt<>(Duration.ZERO));
    }

    /** Does work, again where nothing of it was kept and the reason is likely to be gone, or where that has to be found out. */
    private <T> T trying(Pool pool, Work<T> work, Doubt<T> doubt) {
        for (int tries = 1; ; tries++) {
            try {
                return pool.lend(work);
            } catch (SQLException e) {
                if (Trouble.connectionLost(e)) {
                    writer.forget();
                    others.forget();
                }
                boolean again = doubt.isOpen() ? doubt.waited() : tries < TRIES && Trouble.passes(e);
                if (!again) {
                    throw doubt.isOpen() ? trouble.inDoubt(e) : trouble.with(e);
                }
                LOG.debug("store {}: tried again after state {}", options, e.getSQLState());
            }
        }
    }

    private void checkUsable() {
        if (closed) {
            throw new StoreException(
                    "the store %s is closed; open it again".formatted(options), new IllegalStateException("closed"));
        }
    }

    @Override
    public void close() {
        closed = true;
        writer.close(session -> {});
        others.close(session -> {});
    }
}

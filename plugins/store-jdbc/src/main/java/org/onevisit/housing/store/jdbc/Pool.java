package org.onevisit.housing.store.jdbc;

import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions of one kind, each lent to one call at a time, in the order of asking. One on which anything failed is thrown away, which
 * rolls back what it was at, and opened anew by a later call: so a store comes back by itself when its database does.
 */
public final class Pool {
    private static final Logger LOG = LoggerFactory.getLogger(Pool.class);

    private final int size;
    private final Runnable usable;
    private final Opening opening;
    private final Semaphore places;
    private final Deque<Session> idle = new ConcurrentLinkedDeque<>();

    /**
     * At most so many sessions, opened when they are wanted.
     *
     * @param usable throws when nothing can be lent now; asked with each loan
     * @param opening opens one more
     */
    public Pool(int size, Runnable usable, Opening opening) {
        this.size = size;
        this.usable = usable;
        this.opening = opening;
        this.places = new Semaphore(size, true);
    }

    /** Opens a session. */
    @FunctionalInterface
    public interface Opening {
        /** A new one. */
        Session open() throws SQLException;
    }

    /** Lends a session to some work; waits until one is free. */
    public <T> T lend(Work<T> work) throws SQLException {
        places.acquireUninterruptibly();
        try {
            usable.run();
            Session idling = idle.poll();
            Session session = idling == null ? opening.open() : idling;
            boolean done = false;
            try {
                T result = work.on(session);
                idle.push(session);
                done = true;
                return result;
            } finally {
                if (!done) {
                    discard(session);
                }
            }
        } finally {
            places.release();
        }
    }

    /** Throws away the sessions that nobody has, for example because their server is gone. */
    public void forget() {
        for (Session session = idle.poll(); session != null; session = idle.poll()) {
            discard(session);
        }
    }

    /** Waits for what is lent, hands each session that is left to somebody for the last time, and closes it. */
    public void close(Consumer<Session> last) {
        places.acquireUninterruptibly(size);
        try {
            idle.forEach(last);
            forget();
        } finally {
            places.release(size);
        }
    }

    /** Closes a session that is of no use any more. */
    public static void discard(Session session) {
        try {
            session.close();
        } catch (SQLException e) {
            LOG.debug("a connection could not be closed", e);
        }
    }
}

package org.onevisit.housing.store.postgresql;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.store.jdbc.Proof;
import org.onevisit.housing.store.jdbc.Session;

/** What one call knows about its commit: whether its connection went away meanwhile, so that nobody knows what became of it. */
final class Doubt<T> {
    private static final int PAUSE_MILLISECONDS = 100;
    private final Duration patience;
    private @Nullable T result;
    private boolean open;
    private long since;

    /** No doubt yet; one that comes up is worth waiting for so long. */
    Doubt(Duration patience) {
        this.patience = patience;
    }

    /** Commits what led to a result. */
    T commit(Session session, T what) throws SQLException {
        try {
            session.commit();
            open = false;
            return what;
        } catch (SQLException e) {
            if (Trouble.connectionLost(e)) {
                since = result == null ? System.nanoTime() : since;
                result = what;
                open = true;
            }
            throw e;
        }
    }

    /** Settles the doubt, if there is one: the result, if it was kept. The transaction in question has ended. */
    Optional<T> settle(Session session, Proof<T> proof) throws SQLException {
        if (!open || result == null) {
            return Optional.empty();
        }
        boolean kept = proof.kept(session, result);
        open = false;
        return kept ? Optional.of(result) : Optional.empty();
    }

    /** Is it unknown what became of the commit? */
    boolean isOpen() {
        return open;
    }

    /** Waits a moment; false when that has been done for long enough. */
    boolean waited() {
        if (System.nanoTime() - since > patience.toNanos()) {
            return false;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package org.onevisit.housing.store.jdbc;

import java.sql.SQLException;

/**
 * Tells whether some work was kept, when the connection went away during its commit and nobody knows.
 *
 * @param <T> what the work came to
 */
@FunctionalInterface
public interface Proof<T> {
    /** Is what should have been written for this result there? The transaction in which it was written has ended. */
    boolean kept(Session session, T result) throws SQLException;
}

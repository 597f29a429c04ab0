package org.onevisit.housing.store.jdbc;

import java.sql.SQLException;

/**
 * What is done with a connection; it may be done again after a failure, so it changes nothing outside the database.
 *
 * @param <T> what it comes to
 */
@FunctionalInterface
public interface Work<T> {
    /** Does it; the session is this thread's until it returns. */
    T on(Session session) throws SQLException;
}

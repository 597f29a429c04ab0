package org.onevisit.housing.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.onevisit.housing.spi.store.StoreException;
import org.onevisit.housing.spi.store.StoredApplication;

/** Reads all applications as of one moment, page by page in one transaction. */
final class Snapshot {
    private static final int PAGE = 200;
    private static final String SQL = "SELECT * FROM application WHERE number > ? ORDER BY number LIMIT " + PAGE;
    private final Session session;
    private final Dialect dialect;

    Snapshot(Session session, Dialect dialect) {
        this.session = session;
        this.dialect = dialect;
    }

    /**
     * Hands each application to the reader, and tells how many there were.
     *
     * @throws StoreException when it breaks off after the reader was called: it is not begun anew, for the reader would be told twice
     */
    long read(Consumer<StoredApplication> reader) throws SQLException {
        session.run(dialect.beginSnapshot());
        List<StoredApplication> page = session.all(Rows::stored, SQL, "");
        long count = 0;
        try {
            while (!page.isEmpty()) {
                page.forEach(reader);
                count += page.size();
                String last = page.get(page.size() - 1).state().number().value();
                page = session.all(Rows::stored, SQL, last);
            }
            session.run("COMMIT");
            return count;
        } catch (SQLException e) {
            throw new StoreException("the reading of all applications broke off; begin it anew", e);
        }
    }
}

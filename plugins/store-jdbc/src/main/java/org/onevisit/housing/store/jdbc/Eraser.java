package org.onevisit.housing.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.spi.store.Erasure;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.Outcome;

/**
 * Destroys what is kept of one application, inside one transaction. Most tables have no index on the number, which every step would pay
 * for; so each is looked through once.
 */
final class Eraser {
    private static final List<String> EMPTIED = List.of("claim", "found_under", "used_key", "attachment");
    private static final String ENTRY = "INSERT INTO event (number, sequence, header, previous, hash, sealed)"
            + " VALUES (?, ?, ?, ?, ?, ?) RETURNING position";
    private static final byte[] NO_KEY = {};

    private final Session session;
    private final Erasure erasure;

    Eraser(Session session, Erasure erasure) {
        this.session = session;
        this.erasure = erasure;
    }

    Outcome erase() throws SQLException {
        if (!session.states().update(erasure.expectedRevision(), erasure.state(), Optional.of(NO_KEY))) {
            return new Outcome.Stale();
        }
        for (String table : EMPTIED) {
            session.update(
                    "DELETE FROM " + table + " WHERE number = ?",
                    erasure.state().number().value());
        }
        EventRow event = erasure.event();
        return new Outcome.Committed(session.first(
                        row -> row.getLong(1),
                        ENTRY,
                        event.number().value(),
                        event.sequence(),
                        event.header(),
                        event.previous(),
                        event.hash(),
                        event.sealed())
                .orElseThrow());
    }
}

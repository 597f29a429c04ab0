package org.onevisit.housing.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.KeyRow;
import org.onevisit.housing.spi.store.Outcome;
import org.onevisit.housing.spi.store.Unit;

/**
 * Looks for what a group should have left behind. A group is kept whole or not at all, so one row tells of all; rows that never
 * change are looked for first. A row that was changed again meanwhile counts as not there: then the unit is written again, and falls
 * out as stale.
 */
final class Traces {
    private final Session session;

    Traces(Session session) {
        this.session = session;
    }

    boolean of(List<Unit> units, List<Outcome> outcomes) throws SQLException {
        for (int i = 0; i < units.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Committed) {
                return of(units.get(i));
            }
        }
        return true; // nothing was to be written
    }

    private boolean of(Unit unit) throws SQLException {
        String number = unit.state().number().value();
        if (!unit.events().isEmpty()) {
            return of(unit.events().get(0));
        }
        if (!unit.keys().isEmpty()) {
            KeyRow key = unit.keys().get(0);
            String sql = "SELECT count(*) FROM used_key WHERE name = ? AND number = ? AND revision = ?";
            return there(sql, key.name(), key.number().value(), key.revision());
        }
        String sql = "SELECT count(*) FROM application WHERE number = ? AND revision = ? AND sealed = ?";
        return there(sql, number, unit.state().revision(), unit.state().sealed());
    }

    boolean of(EventRow event) throws SQLException {
        String sql = "SELECT count(*) FROM event WHERE number = ? AND sequence = ? AND hash = ? AND sealed = ?";
        return there(sql, event.number().value(), event.sequence(), event.hash(), event.sealed());
    }

    private boolean there(String sql, Object... values) throws SQLException {
        return session.number(sql, values) > 0;
    }
}

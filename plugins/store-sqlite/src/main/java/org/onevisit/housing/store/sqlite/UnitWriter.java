package org.onevisit.housing.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.KeyRow;
import org.onevisit.housing.spi.store.Outcome;
import org.onevisit.housing.spi.store.Unit;

/**
 * Writes one unit inside the transaction of its group. A unit can fall out at its keys, at its claims or at its state, in this
 * order; until then it has only inserted keys and claims that were not there, so deleting exactly these leaves nothing behind.
 */
final class UnitWriter {
    private final Session session;
    private final Unit unit;
    private final ApplicationNumber number;
    private final List<String> newKeys = new ArrayList<>();
    private final List<String> newClaims = new ArrayList<>();

    UnitWriter(Session session, Unit unit) {
        this.session = session;
        this.unit = unit;
        this.number = unit.state().number();
    }

    Outcome write() throws SQLException {
        Optional<Outcome> out = useKeys();
        if (out.isEmpty()) {
            out = claim();
        }
        if (out.isEmpty() && !writeState()) {
            out = Optional.of(new Outcome.Stale());
        }
        if (out.isPresent()) {
            undo();
            return out.get();
        }
        long last = appendEvents();
        writeRest();
        return new Outcome.Committed(last);
    }

    private Optional<Outcome> useKeys() throws SQLException {
        for (KeyRow key : unit.keys()) {
            int inserted = session.update(
                    "INSERT INTO used_key (name, body_digest, number, revision) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT DO NOTHING",
                    key.name(),
                    key.bodyDigest(),
                    key.number().value(),
                    key.revision());
            if (inserted == 0) {
                return session.first(Rows::key, "SELECT * FROM used_key WHERE name = ?", key.name())
                        .map(Outcome.KeyUsed::new);
            }
            newKeys.add(key.name());
        }
        return Optional.empty();
    }

    private Optional<Outcome> claim() throws SQLException {
        for (String token : unit.claims()) {
            int inserted = session.update(
                    "INSERT INTO claim (token, number) VALUES (?, ?) ON CONFLICT DO NOTHING", token, number.value());
            if (inserted == 1) {
                newClaims.add(token);
                continue;
            }
            Optional<Outcome> taken = session.first(Rows::number, "SELECT number FROM claim WHERE token = ?", token)
                    .filter(holder -> !holder.equals(number))
                    .map(holder -> new Outcome.Claimed(token, holder));
            if (taken.isPresent()) {
                return taken;
            }
        }
        return Optional.empty();
    }

    private boolean writeState() throws SQLException {
        long expected = unit.expectedRevision();
        return expected == 0
                ? session.states().insert(unit.state(), unit.wrappedKey())
                : session.states().update(expected, unit.state(), unit.wrappedKey());
    }

    private void undo() throws SQLException {
        for (String name : newKeys) {
            session.update("DELETE FROM used_key WHERE name = ?", name);
        }
        for (String token : newClaims) {
            session.update("DELETE FROM claim WHERE token = ?", token);
        }
    }

    private long appendEvents() throws SQLException {
        long last = 0;
        for (EventRow event : unit.events()) {
            last = session.number(
                    "INSERT INTO event (number, sequence, header, previous, hash, sealed) VALUES (?, ?, ?, ?, ?, ?)"
                            + " RETURNING position",
                    event.number().value(),
                    event.sequence(),
                    event.header(),
                    event.previous(),
                    event.hash(),
                    event.sealed());
        }
        return last;
    }

    private void writeRest() throws SQLException {
        for (String token : unit.releases()) {
            session.update("DELETE FROM claim WHERE token = ? AND number = ?", token, number.value());
        }
        for (String token : unit.index()) {
            session.update(
                    "INSERT INTO found_under (token, number) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    token,
                    number.value());
        }
        for (Unit.Attachment attachment : unit.attachments()) {
            session.update(
                    "INSERT INTO attachment (number, id, sealed) VALUES (?, ?, ?)"
                            + " ON CONFLICT (number, id) DO UPDATE SET sealed = excluded.sealed",
                    number.value(),
                    attachment.id(),
                    attachment.sealed());
        }
    }
}

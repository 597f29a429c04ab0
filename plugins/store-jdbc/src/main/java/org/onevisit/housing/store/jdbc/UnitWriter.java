package org.onevisit.housing.store.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
    /** So many rows at most are inserted by one statement, so that few statements are kept prepared. */
    private static final int ROWS_AT_ONCE = 16;

    private final Session session;
    private final Unit unit;
    private final ApplicationNumber number;
    private final List<String> newKeys = new ArrayList<>();
    private final Set<String> newClaims = new HashSet<>();

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
        for (List<String> some : portions(unit.claims())) {
            List<Object> values = new ArrayList<>();
            some.forEach(token -> values.addAll(List.of(token, number.value())));
            newClaims.addAll(session.all(
                    row -> row.getString(1),
                    "INSERT INTO claim (token, number) VALUES " + rows("(?, ?)", some.size())
                            + " ON CONFLICT DO NOTHING RETURNING token",
                    values.toArray()));
            for (String token : some) {
                Optional<Outcome> taken = newClaims.contains(token) ? Optional.empty() : takenByAnother(token);
                if (taken.isPresent()) {
                    return taken;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Outcome> takenByAnother(String token) throws SQLException {
        return session.first(Rows::number, "SELECT number FROM claim WHERE token = ?", token)
                .filter(holder -> !holder.equals(number))
                .map(holder -> new Outcome.Claimed(token, holder));
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

    /** One statement for all events of a step, as long as there are not very many. */
    private long appendEvents() throws SQLException {
        long last = 0;
        for (List<EventRow> some : portions(unit.events())) {
            List<Object> values = new ArrayList<>();
            for (EventRow event : some) {
                values.addAll(List.of(
                        event.number().value(),
                        event.sequence(),
                        event.header(),
                        event.previous(),
                        event.hash(),
                        event.sealed()));
            }
            String sql = "INSERT INTO event (number, sequence, header, previous, hash, sealed) VALUES "
                    + rows("(?, ?, ?, ?, ?, ?)", some.size()) + " RETURNING position";
            for (long position : session.all(row -> row.getLong(1), sql, values.toArray())) {
                last = Math.max(last, position);
            }
        }
        return last;
    }

    private void index() throws SQLException {
        for (List<String> some : portions(unit.index())) {
            List<Object> values = new ArrayList<>();
            some.forEach(token -> values.addAll(List.of(token, number.value())));
            session.update(
                    "INSERT INTO found_under (token, number) VALUES " + rows("(?, ?)", some.size())
                            + " ON CONFLICT DO NOTHING",
                    values.toArray());
        }
    }

    private static <T> List<List<T>> portions(List<T> all) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + ROWS_AT_ONCE)
                .mapToObj(from -> all.subList(from, Math.min(from + ROWS_AT_ONCE, all.size())))
                .toList();
    }

    private static String rows(String row, int count) {
        return String.join(", ", Collections.nCopies(count, row));
    }

    private void writeRest() throws SQLException {
        for (String token : unit.releases()) {
            session.update("DELETE FROM claim WHERE token = ? AND number = ?", token, number.value());
        }
        index();
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

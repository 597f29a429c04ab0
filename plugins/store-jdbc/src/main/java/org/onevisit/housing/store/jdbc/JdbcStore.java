package org.onevisit.housing.store.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.AccessRow;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.CheckpointRow;
import org.onevisit.housing.spi.store.Erasure;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.KeyRow;
import org.onevisit.housing.spi.store.Outcome;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.StoreQuery;
import org.onevisit.housing.spi.store.StoredApplication;
import org.onevisit.housing.spi.store.Unit;

/**
 * Keeps applications in the tables of a database.
 *
 * <p><b>Threads.</b> Any; groups are written one after another, readers read beside them. <b>Order.</b> Positions are given to events
 * while no other group is being written, and a group lets go of this right only when it is committed. So positions rise in the order
 * of commits, and who has read up to a position never finds one below it later.
 */
public abstract class JdbcStore implements ApplicationStore {
    private static final int UNITS_AT_MOST = 1000;
    private final Database database;
    private final Dialect dialect;

    /** A store over a database that is open and has the tables. */
    protected JdbcStore(Database database, Dialect dialect) {
        this.database = database;
        this.dialect = dialect;
    }

    @Override
    public final List<Outcome> commit(List<Unit> units) {
        if (units.size() > UNITS_AT_MOST) {
            throw new IllegalArgumentException("a commit takes at most 1000 units");
        }
        if (units.isEmpty()) {
            return List.of();
        }
        return database.alone(
                session -> {
                    List<Outcome> outcomes = new ArrayList<>(units.size());
                    for (Unit unit : units) {
                        outcomes.add(new UnitWriter(session, unit).write());
                    }
                    return outcomes;
                },
                (session, outcomes) -> new Traces(session).of(units, outcomes));
    }

    @Override
    public final Outcome erase(Erasure erasure) {
        EventRow event = erasure.event();
        return database.erasing(
                session -> new Eraser(session, erasure).erase(),
                (session, outcome) -> !(outcome instanceof Outcome.Committed) || new Traces(session).of(event));
    }

    @Override
    public final Optional<StoredApplication> load(ApplicationNumber number) {
        return first(Rows::stored, "SELECT * FROM application WHERE number = ?", number.value());
    }

    @Override
    public final List<EventRow> events(ApplicationNumber number, long after) {
        String sql = "SELECT * FROM event WHERE number = ? AND sequence > ? ORDER BY sequence";
        return all(Rows::event, sql, number.value(), after);
    }

    @Override
    public final List<EventRow> eventsAfter(long after, int limit) {
        return all(Rows::event, "SELECT * FROM event WHERE position > ? ORDER BY position LIMIT ?", after, limit);
    }

    @Override
    public final List<ApplicationNumber> due(Instant until, int limit) {
        String sql = "SELECT number FROM application" + dialect.walking("application_wake")
                + " WHERE wake_at BETWEEN ? AND ? ORDER BY wake_at, number LIMIT ?";
        return all(Rows::number, sql, Long.MIN_VALUE, Moments.bound(until), limit);
    }

    @Override
    public final List<StateRow> list(StoreQuery query) {
        Selection selection = new Selection(query, dialect);
        return all(Rows::state, selection.sql(), selection.values());
    }

    @Override
    public final void snapshot(Consumer<StoredApplication> reader) {
        database.read(session -> new Snapshot(session, dialect).read(reader));
    }

    @Override
    public final List<ApplicationNumber> find(String token) {
        return all(Rows::number, "SELECT number FROM found_under WHERE token = ? ORDER BY number", token);
    }

    @Override
    public final List<ApplicationNumber> findAny(Collection<String> tokens) {
        String marks = String.join(", ", Collections.nCopies(tokens.size(), "?"));
        String sql = "SELECT DISTINCT number FROM found_under WHERE token IN (" + marks + ") ORDER BY number";
        return tokens.isEmpty() ? List.of() : all(Rows::number, sql, tokens.toArray());
    }

    @Override
    public final Optional<ApplicationNumber> claimedBy(String token) {
        return first(Rows::number, "SELECT number FROM claim WHERE token = ?", token);
    }

    @Override
    public final Optional<KeyRow> key(String name) {
        return first(Rows::key, "SELECT * FROM used_key WHERE name = ?", name);
    }

    @Override
    public final long reserve(String counter, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a block holds one number at least");
        }
        String sql = "INSERT INTO counter (name, next) VALUES (?, 1 + ?)"
                + " ON CONFLICT (name) DO UPDATE SET next = counter.next + ? RETURNING next - ?";
        return database.write(session -> session.number(sql, counter, count, count, count));
    }

    @Override
    public final void putEdition(String sha256, byte[] content) {
        change("INSERT INTO edition (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING", sha256, content);
    }

    @Override
    public final Optional<byte[]> edition(String sha256) {
        return first(row -> row.getBytes("content"), "SELECT content FROM edition WHERE sha256 = ?", sha256);
    }

    @Override
    public final List<String> editions() {
        return all(row -> row.getString("sha256"), "SELECT sha256 FROM edition ORDER BY sha256");
    }

    @Override
    public final Optional<byte[]> attachment(ApplicationNumber number, String id) {
        String sql = "SELECT sealed FROM attachment WHERE number = ? AND id = ?";
        return first(row -> row.getBytes("sealed"), sql, number.value(), id);
    }

    @Override
    public final void recordAccess(List<AccessRow> rows) {
        String sql = "INSERT INTO access (number, at, actor, role, what) VALUES (?, ?, ?, ?, ?)";
        database.write(session -> {
            for (AccessRow row : rows) {
                session.update(sql, row.number().value(), Moments.exact(row.at()), row.actor(), row.role(), row.what());
            }
            return rows.size();
        });
    }

    @Override
    public final List<AccessRow> accesses(ApplicationNumber number) {
        return all(Rows::access, "SELECT * FROM access WHERE number = ? ORDER BY id", number.value());
    }

    @Override
    public final long position(String follower) {
        return first(row -> row.getLong("position"), "SELECT position FROM follower WHERE name = ?", follower)
                .orElse(0L);
    }

    @Override
    public final void position(String follower, long position) {
        String sql = "INSERT INTO follower (name, position) VALUES (?, ?)"
                + " ON CONFLICT (name) DO UPDATE SET position = excluded.position";
        change(sql, follower, position);
    }

    @Override
    public final Optional<CheckpointRow> lastCheckpoint() {
        return first(Rows::checkpoint, "SELECT * FROM checkpoint ORDER BY sequence DESC LIMIT 1");
    }

    @Override
    public final boolean addCheckpoint(CheckpointRow row) {
        String sql =
                "INSERT INTO checkpoint (sequence, header, entries, previous, hash, signature) SELECT ?, ?, ?, ?, ?, ?"
                        + " WHERE (SELECT coalesce(max(sequence), 0) FROM checkpoint) = ? ON CONFLICT DO NOTHING";
        return database.write(session -> session.update(
                        sql,
                        row.sequence(),
                        row.header(),
                        row.entries(),
                        row.previous(),
                        row.hash(),
                        row.signature(),
                        row.sequence() - 1))
                == 1;
    }

    @Override
    public final Map<String, Long> rowCounts() {
        return database.read(session -> {
            Map<String, Long> counts = new TreeMap<>();
            for (String table : session.all(row -> row.getString("name"), dialect.tables())) {
                counts.put(table, session.number("SELECT count(*) FROM " + table));
            }
            return counts;
        });
    }

    @Override
    public final void close() {
        database.close();
    }

    private <T> List<T> all(Session.Row<T> row, String sql, Object... values) {
        return database.read(session -> session.all(row, sql, values));
    }

    private <T> Optional<T> first(Session.Row<T> row, String sql, Object... values) {
        return database.read(session -> session.first(row, sql, values));
    }

    private void change(String sql, Object... values) {
        database.write(session -> session.update(sql, values));
    }
}

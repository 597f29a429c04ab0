package org.onevisit.housing.store.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.StateRow;

/**
 * Writes state rows on one connection. It remembers the clear columns of rows that it wrote and leaves out of an update what has
 * not changed, because SQLite rewrites every index whose column is named. What it remembers of a revision holds as long as the
 * row has this revision; the connection, and this object with it, goes when a transaction fails.
 */
final class StateWriter {
    private static final int REMEMBERED_AT_MOST = 10_000;
    private static final byte[] NO_KEY = {};
    private static final List<String> CLEAR = List.of(
            "revision", "step", "county", "subdistrict", "edition", "award", "waiting", "wake_at", "deadline_at");
    private static final String INSERT = "INSERT INTO application (" + String.join(", ", CLEAR)
            + ", sealed, number, wrapped_key) VALUES ("
            + String.join(", ", Collections.nCopies(CLEAR.size() + 3, "?")) + ") ON CONFLICT DO NOTHING";

    private final Session session;
    private final Map<ApplicationNumber, @Nullable Object[]> written = new LinkedHashMap<>(64, 0.75f, true);

    StateWriter(Session session) {
        this.session = session;
    }

    /** Writes the row if it is new; tells whether it was. */
    boolean insert(StateRow state, Optional<byte[]> wrappedKey) throws SQLException {
        @Nullable Object[] clear = clear(state);
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(clear));
        values.add(state.sealed());
        values.add(state.number().value());
        values.add(wrappedKey.orElse(NO_KEY));
        return remembered(session.update(INSERT, values.toArray()), state, clear);
    }

    /** Writes the row over the one with the revision expected; tells whether it was there. */
    boolean update(long expected, StateRow state, Optional<byte[]> wrappedKey) throws SQLException {
        @Nullable Object[] clear = clear(state);
        @Nullable Object @Nullable [] known = written.get(state.number());
        boolean usable = known != null && Objects.equals(known[0], expected);
        StringBuilder sql = new StringBuilder("UPDATE application SET sealed = ?");
        List<@Nullable Object> values = new ArrayList<>();
        values.add(state.sealed());
        for (int i = 0; i < clear.length; i++) {
            if (known == null || !usable || !Objects.equals(known[i], clear[i])) {
                sql.append(", ").append(CLEAR.get(i)).append(" = ?");
                values.add(clear[i]);
            }
        }
        if (wrappedKey.isPresent()) {
            sql.append(", wrapped_key = ?");
            values.add(wrappedKey.get());
        }
        sql.append(" WHERE number = ? AND revision = ?");
        values.add(state.number().value());
        values.add(expected);
        return remembered(session.update(sql.toString(), values.toArray()), state, clear);
    }

    private boolean remembered(int rows, StateRow state, @Nullable Object[] clear) {
        if (rows == 0) {
            return false;
        }
        written.put(state.number(), clear);
        if (written.size() > REMEMBERED_AT_MOST) {
            written.remove(written.keySet().iterator().next());
        }
        return true;
    }

    /** The values of the columns {@link #CLEAR}. */
    private static @Nullable Object[] clear(StateRow state) {
        return new @Nullable Object[] {
            state.revision(),
            state.step(),
            state.county().code(),
            state.subdistrict().code(),
            state.edition(),
            state.award(),
            Rows.waiting(state.waitingFor()),
            state.wakeAt().map(Moments::exact).orElse(null),
            state.deadlineAt().map(Moments::exact).orElse(null)
        };
    }
}

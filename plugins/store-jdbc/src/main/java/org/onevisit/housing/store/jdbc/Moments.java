package org.onevisit.housing.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Instants as nanoseconds since 1970, which a column of whole numbers holds exactly from 1678 to 2262. */
final class Moments {
    private static final long NANOS = 1_000_000_000L;
    private static final Instant FIRST = instant(Long.MIN_VALUE);
    private static final Instant LAST = instant(Long.MAX_VALUE);

    private Moments() {}

    /** For keeping; refuses what the column cannot hold. */
    static long exact(Instant at) {
        if (at.isBefore(FIRST) || at.isAfter(LAST)) {
            throw new IllegalArgumentException(
                    "a stored moment lies between the years 1678 and 2262; give none instead");
        }
        return bound(at);
    }

    /** For comparing; what lies beyond the column's range becomes its end. */
    static long bound(Instant at) {
        if (at.isBefore(FIRST)) {
            return Long.MIN_VALUE;
        }
        if (at.isAfter(LAST)) {
            return Long.MAX_VALUE;
        }
        // the sum may leave the range on the way only before 1970, where the seconds are rounded down
        return at.getEpochSecond() < 0
                ? (at.getEpochSecond() + 1) * NANOS + at.getNano() - NANOS
                : at.getEpochSecond() * NANOS + at.getNano();
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    static Optional<Instant> read(ResultSet row, String column) throws SQLException {
        long nanos = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(instant(nanos));
    }
}

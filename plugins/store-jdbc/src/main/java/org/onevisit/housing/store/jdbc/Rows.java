package org.onevisit.housing.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.spi.store.AccessRow;
import org.onevisit.housing.spi.store.CheckpointRow;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.KeyRow;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.StoredApplication;

/** Reads what the tables hold. */
final class Rows {
    /** Stands before, between and after the agencies that an application waits for. */
    private static final String SEPARATOR = ",";

    private Rows() {}

    static ApplicationNumber number(ResultSet row) throws SQLException {
        return ApplicationNumber.of(row.getString("number"));
    }

    static StateRow state(ResultSet row) throws SQLException {
        return new StateRow(
                number(row),
                row.getLong("revision"),
                row.getString("step"),
                Division.of(row.getString("county")),
                Division.of(row.getString("subdistrict")),
                row.getString("edition"),
                row.getString("award"),
                waitingFor(row.getString("waiting")),
                Moments.read(row, "wake_at"),
                Moments.read(row, "deadline_at"),
                row.getBytes("sealed"));
    }

    static StoredApplication stored(ResultSet row) throws SQLException {
        return new StoredApplication(state(row), row.getBytes("wrapped_key"));
    }

    static EventRow event(ResultSet row) throws SQLException {
        return new EventRow(
                row.getLong("position"),
                number(row),
                row.getLong("sequence"),
                row.getString("header"),
                row.getBytes("sealed"),
                row.getBytes("previous"),
                row.getBytes("hash"));
    }

    static CheckpointRow checkpoint(ResultSet row) throws SQLException {
        return new CheckpointRow(
                row.getLong("sequence"),
                row.getString("header"),
                row.getString("entries"),
                row.getBytes("previous"),
                row.getBytes("hash"),
                row.getBytes("signature"));
    }

    static KeyRow key(ResultSet row) throws SQLException {
        return new KeyRow(row.getString("name"), row.getString("body_digest"), number(row), row.getLong("revision"));
    }

    static AccessRow access(ResultSet row) throws SQLException {
        return new AccessRow(
                Moments.instant(row.getLong("at")),
                row.getString("actor"),
                row.getString("role"),
                number(row),
                row.getString("what"));
    }

    /** The column for the agencies that have not answered. */
    static String waiting(List<String> agencies) {
        if (agencies.isEmpty()) {
            return "";
        }
        agencies.forEach(Rows::wanted);
        return SEPARATOR + String.join(SEPARATOR, agencies) + SEPARATOR;
    }

    /** What stands in the column when this agency has not answered. */
    static String wanted(String agency) {
        if (agency.isEmpty() || agency.contains(SEPARATOR)) {
            throw new IllegalArgumentException("the code of an agency is not empty and holds no comma");
        }
        return SEPARATOR + agency + SEPARATOR;
    }

    private static List<String> waitingFor(String column) {
        return column.isEmpty()
                ? List.of()
                : List.of(column.substring(1, column.length() - 1).split(SEPARATOR));
    }
}

package org.onevisit.housing.benchmark.floor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** A connection with its three statements prepared; for one thread at a time. */
final class FloorSession implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement event;
    private final PreparedStatement first;
    private final PreparedStatement next;

    FloorSession(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        event = connection.prepareStatement(
                "INSERT INTO event (number, sequence, header, content) VALUES (?, ?, ?, ?)");
        first = connection.prepareStatement(
                "INSERT INTO state (revision, step, deadline_at, content, number) VALUES (?, ?, ?, ?, ?)");
        next = connection.prepareStatement("UPDATE state SET revision = ?, step = ?, deadline_at = ?, content = ?"
                + " WHERE number = ? AND revision = ?");
    }

    /** Writes the rows of steps in one transaction. */
    void commit(List<FloorStep> steps) throws SQLException {
        for (FloorStep step : steps) {
            write(step);
        }
        connection.commit();
    }

    private void write(FloorStep step) throws SQLException {
        event.setString(1, step.number());
        event.setInt(2, step.sequence());
        event.setString(3, step.header());
        event.setBytes(4, step.answer());
        event.executeUpdate();
        PreparedStatement state = step.sequence() == 1 ? first : next;
        state.setInt(1, step.sequence());
        state.setString(2, step.name());
        state.setLong(3, step.deadline());
        state.setBytes(4, step.state());
        state.setString(5, step.number());
        if (step.sequence() > 1) {
            state.setInt(6, step.sequence() - 1);
        }
        if (state.executeUpdate() != 1) {
            throw new SQLException("the state of %s is not at %d".formatted(step.number(), step.sequence() - 1));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

package org.onevisit.housing.benchmark.floor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/** Writes steps: each in a transaction of its own, or whatever waits in one. */
final class Committer implements AutoCloseable {
    private static final int MOST_AT_ONCE = 512;
    private final boolean grouped;
    private final BlockingQueue<FloorSession> sessions;
    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock leading = new ReentrantLock();

    /** Writes by so many connections; one when grouped. */
    Committer(DataSource source, boolean grouped, int connections) throws SQLException {
        this.grouped = grouped;
        int count = grouped ? 1 : connections;
        sessions = new ArrayBlockingQueue<>(count);
        for (int i = 0; i < count; i++) {
            sessions.add(new FloorSession(source.getConnection()));
        }
    }

    private record Waiting(FloorStep step, CompletableFuture<FloorStep> done) {}

    /** Writes a step and comes back when it is committed. */
    void write(FloorStep step) {
        if (!grouped) {
            commit(List.of(step));
            return;
        }
        Waiting mine = new Waiting(step, new CompletableFuture<>());
        queue.add(mine);
        while (!queue.isEmpty() && leading.tryLock()) {
            lead();
        }
        mine.done().join();
    }

    /** Whoever finds nobody committing commits for all that wait; the others wait for that commit. */
    private void lead() {
        try {
            List<Waiting> batch = new ArrayList<>();
            for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
                batch.add(next);
                if (batch.size() == MOST_AT_ONCE) {
                    break;
                }
            }
            if (!batch.isEmpty()) {
                commit(batch.stream().map(Waiting::step).toList());
                batch.forEach(waiting -> waiting.done().complete(waiting.step()));
            }
        } finally {
            leading.unlock();
        }
    }

    private void commit(List<FloorStep> steps) {
        try {
            FloorSession session = sessions.take();
            session.commit(steps);
            sessions.add(session);
        } catch (SQLException e) {
            throw new IllegalStateException("%d steps were not committed".formatted(steps.size()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another step was written", e);
        }
    }

    @Override
    public void close() {
        try {
            for (FloorSession session : sessions) {
                session.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the floor's connections do not close", e);
        }
    }
}

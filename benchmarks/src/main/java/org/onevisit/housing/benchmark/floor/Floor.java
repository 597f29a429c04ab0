package org.onevisit.housing.benchmark.floor;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.onevisit.housing.benchmark.store.Storage;
import org.onevisit.housing.benchmark.work.Clients;
import org.onevisit.housing.benchmark.work.Contender;
import org.onevisit.housing.benchmark.work.Step;
import org.onevisit.housing.benchmark.work.StepTimes;
import org.onevisit.housing.benchmark.work.Work;
import org.onevisit.housing.benchmark.work.Work.Stage;

/**
 * Bare JDBC: for each step one event row and one state row, and nothing else. It judges nothing, seals nothing, knows no clock: what
 * is slower than this is slower for what it does.
 */
public final class Floor implements Contender {
    private final Storage storage;
    private final Committer committer;

    /**
     * The floor over this database.
     *
     * @param grouped whether what waits is committed together
     * @param connections that may write at once; 1 for a database that has one writer
     */
    public Floor(Storage storage, boolean grouped, int connections) {
        this.storage = storage;
        try {
            make(storage);
            committer = new Committer(storage.connections(), grouped, connections);
        } catch (SQLException e) {
            throw new IllegalStateException("the floor's tables cannot be made", e);
        }
    }

    private static void make(Storage storage) throws SQLException {
        try (Connection connection = storage.connections().getConnection()) {
            FloorTables.make(connection);
        }
    }

    @Override
    public String toHold(int index, StepTimes times) {
        String number = Work.name(index);
        times.time(Step.START, () -> step(number, 1, "START", "dossier"));
        times.time(Step.ANSWERS, () -> {
            for (int i = 0; i < Work.CHECKS.size(); i++) {
                int sequence = 2 + i;
                String answer = Work.answer(Work.CHECKS.get(i), index);
                times.time(Step.ANSWER, () -> step(number, sequence, "ANSWER", answer));
            }
        });
        int sequence = 2 + Work.CHECKS.size();
        for (Stage decision : Work.DECISIONS) {
            int next = sequence++;
            times.time(Step.DECISION, () -> step(number, next, decision.name(), "agreed"));
        }
        return number;
    }

    @Override
    public void finish(List<String> held, Clients clients, StepTimes times) {
        clients.each(held, number -> times.time(Step.FINISH, () -> step(number, Work.STEPS, "FINISH", "")));
    }

    private void step(String number, int sequence, String name, String text) {
        committer.write(new FloorStep(number, sequence, name, 1_800_000_000L + sequence, text));
    }

    @Override
    public Standing standing(String name) {
        try (Connection connection = storage.connections().getConnection()) {
            int steps = FloorTables.steps(connection, name);
            if (steps == Work.STEPS) {
                return Standing.FINISHED;
            }
            return steps == Work.STEPS - 1 ? Standing.HELD : steps == 0 ? Standing.MISSING : Standing.UNDERWAY;
        } catch (SQLException e) {
            throw new IllegalStateException("the floor's tables cannot be read", e);
        }
    }

    @Override
    public void close() {
        committer.close();
        storage.close();
    }
}

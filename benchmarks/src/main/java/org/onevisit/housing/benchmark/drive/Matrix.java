package org.onevisit.housing.benchmark.drive;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.onevisit.housing.benchmark.store.Survives;

/**
 * Every row with every number of clients, again and again: a process for each row and repetition, one after another. Each repetition
 * begins with another row, so that none is always measured on a machine that is warm, or cold.
 */
public final class Matrix {
    private static final int MANY = 8;
    private final List<Task> tasks;
    private final CellProcess process;
    private final TreeMap<String, String> missing = new TreeMap<>();

    /** So many repetitions of these rows, each with each number of clients. */
    public Matrix(List<Row> rows, List<Integer> clients, int repetitions, CellProcess process) {
        this.process = process;
        tasks = new ArrayList<>();
        for (int repetition = 0; repetition < repetitions; repetition++) {
            List<Row> turned = new ArrayList<>(rows);
            Collections.rotate(turned, -repetition * rows.size() / repetitions);
            for (Row row : turned) {
                tasks.add(new Task(row, clients, repetition));
            }
        }
    }

    private Matrix(List<Row> rows, CellProcess process) {
        this.process = process;
        tasks = new ArrayList<>();
        for (Row row : rows) {
            List<Integer> clients =
                    switch (row.engine()) {
                        case FLOOR -> List.of(1);
                        case GROUPED_FLOOR -> List.of(MANY);
                        case OURS, FLOWABLE, CAMUNDA -> List.of(1, MANY);
                    };
            tasks.add(new Task(row, clients, 0));
        }
    }

    /** What survives a power cut, with 1 and 8 clients, once. */
    public static Matrix quick(CellProcess process) {
        return new Matrix(
                Row.ALL.stream().filter(row -> row.survives() == Survives.POWER).toList(), process);
    }

    /**
     * What came of it.
     *
     * @param cells that were measured
     * @param missing rows that were not, with the reason
     */
    public record Outcome(List<Cell> cells, Map<String, String> missing) {}

    /** What a process needs to know. */
    private record Task(Row row, List<Integer> clients, int repetition) {}

    /** Measures all. */
    public Outcome run(Progress progress) throws InterruptedException {
        List<Cell> cells = new ArrayList<>();
        progress.begin(tasks.size());
        for (Task task : tasks) {
            try {
                List<Cell> more = process.measure(task.row(), task.clients(), task.repetition());
                cells.addAll(more);
                progress.done("%s, repetition %d: %s"
                        .formatted(
                                task.row().id(),
                                task.repetition() + 1,
                                more.stream().map(Matrix::told).collect(Collectors.joining(", "))));
            } catch (IOException | IllegalStateException e) {
                missing.put(task.row().id(), "a measurement failed: " + e.getMessage());
                progress.done("%s failed: %s".formatted(task.row().id(), e.getMessage()));
            }
        }
        return new Outcome(cells, missing);
    }

    private static String told(Cell cell) {
        return "%d clients %.1f a second".formatted(cell.clients(), cell.perSecond());
    }

    /** How long all of it takes, about, where a process takes {@code around} beside what it measures. */
    public Duration estimate(Duration around, Duration time) {
        return tasks.stream()
                .map(task -> around.plus(time.multipliedBy((long) task.clients().size())))
                .reduce(Duration.ZERO, Duration::plus);
    }
}

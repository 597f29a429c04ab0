package org.onevisit.housing.benchmark.drive;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onevisit.housing.benchmark.store.Survives;

/**
 * Every row with every number of clients, again and again, one process after another. Each repetition begins with another row, so that
 * none is always measured on a machine that is warm, or cold.
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
            for (int count : clients) {
                for (Row row : turned) {
                    tasks.add(new Task(row, count, repetition));
                }
            }
        }
    }

    private Matrix(List<Row> rows, CellProcess process) {
        this.process = process;
        tasks = new ArrayList<>();
        for (Row row : rows) {
            if (row.engine() != Row.Engine.GROUPED_FLOOR) {
                tasks.add(new Task(row, 1, 0));
            }
            if (row.engine() != Row.Engine.FLOOR) {
                tasks.add(new Task(row, MANY, 0));
            }
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

    /** What a measurement needs to know: rows, clients, repetition. */
    private record Task(Row row, int clients, int repetition) {}

    /** Measures all. */
    public Outcome run(Progress progress) throws InterruptedException {
        List<Cell> cells = new ArrayList<>();
        progress.begin(tasks.size());
        for (Task task : tasks) {
            try {
                Cell cell = process.measure(task.row(), task.clients(), task.repetition());
                cells.add(cell);
                progress.done("%s, %d clients, repetition %d: %.1f applications a second"
                        .formatted(task.row().id(), task.clients(), task.repetition() + 1, cell.perSecond()));
            } catch (IOException | IllegalStateException e) {
                missing.put(task.row().id(), "a measurement failed: " + e.getMessage());
                progress.done("%s failed: %s".formatted(task.row().id(), e.getMessage()));
            }
        }
        return new Outcome(cells, missing);
    }

    /** How long all of it takes, about. */
    public Duration estimate(Duration each) {
        return each.multipliedBy((long) tasks.size());
    }
}

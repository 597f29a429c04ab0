package org.onevisit.housing.benchmark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.onevisit.housing.benchmark.drive.Cell;
import org.onevisit.housing.benchmark.drive.Row;

/** What the processes measured, ordered. */
public final class Results {
    private final List<Cell> cells;
    private final Map<String, String> missing;

    /** These measurements; {@code missing} says of rows that have none, why. */
    public Results(List<Cell> cells, Map<String, String> missing) {
        this.cells = List.copyOf(cells);
        this.missing = Map.copyOf(missing);
    }

    /**
     * Several measurements of one thing.
     *
     * @param median of them
     * @param least of them
     * @param most of them
     */
    public record Spread(double median, double least, double most) {}

    /** Numbers of clients that were measured. */
    public List<Integer> clients() {
        return cells.stream().map(Cell::clients).distinct().sorted().toList();
    }

    /** Why a row was not measured, if it was not. */
    public Optional<String> missing(Row row) {
        return Optional.ofNullable(missing.get(row.id()));
    }

    /** The measurements of a row with so many clients, by repetition. */
    public List<Cell> of(Row row, int clients) {
        return cells.stream()
                .filter(cell -> cell.row().equals(row.id()) && cell.clients() == clients)
                .sorted(Comparator.comparingInt(Cell::repetition))
                .toList();
    }

    /** A figure of a row with so many clients, if it was measured. */
    public Optional<Spread> spread(Row row, int clients, ToDoubleFunction<Cell> figure) {
        return spread(of(row, clients).stream().map(figure::applyAsDouble).toList());
    }

    /** The spread of some figures, if there are any. */
    public static Optional<Spread> spread(List<Double> figures) {
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        List<Double> sorted = new ArrayList<>(figures);
        sorted.sort(Comparator.naturalOrder());
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return Optional.of(new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1)));
    }

    /**
     * How many times as fast as the best of others a row was, in each repetition that both have.
     *
     * @param row that is compared
     * @param others of which the quickest counts, repetition by repetition
     */
    public List<Double> ratios(Row row, List<Row> others, int clients) {
        List<Double> ratios = new ArrayList<>();
        for (Cell mine : of(row, clients)) {
            others.stream()
                    .flatMap(other -> of(other, clients).stream())
                    .filter(cell -> cell.repetition() == mine.repetition())
                    .mapToDouble(Cell::perSecond)
                    .max()
                    .ifPresent(best -> ratios.add(mine.perSecond() / best));
        }
        return ratios;
    }
}

package org.onevisit.housing.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.onevisit.housing.benchmark.drive.Cell;
import org.onevisit.housing.benchmark.drive.KillCheck;
import org.onevisit.housing.benchmark.drive.Row;
import org.onevisit.housing.benchmark.drive.Row.Database;
import org.onevisit.housing.benchmark.work.Step;
import org.onevisit.housing.benchmark.work.StepTimes.Seen;

/** The comparison with the peers and the floor, as tables and charts. */
final class Comparison {
    private static final double MEGA = 1024 * 1024;
    private static final double MICROS = 1000;
    private final Results results;

    Comparison(Results results) {
        this.results = results;
    }

    /** Name of the chart of a database. */
    static String chartName(Database database) {
        return "performance-" + database.name().toLowerCase(Locale.ROOT) + ".svg";
    }

    /** The chart of a database. */
    String chart(Database database) {
        List<String> groups = results.clients().stream()
                .map(clients -> clients == 1 ? "1 client" : clients + " clients")
                .toList();
        BarChart chart = new BarChart(
                "Applications a second, %s".formatted(database == Database.EMBEDDED ? "embedded" : "PostgreSQL"),
                "median, logarithmic scale; more is better",
                groups);
        for (Row row : rows(database)) {
            List<Double> values = results.clients().stream()
                    .map(clients -> results.spread(row, clients, Cell::perSecond)
                            .map(Results.Spread::median)
                            .orElse(0.0))
                    .toList();
            chart.with(name(row), values);
        }
        return chart.svg();
    }

    private static List<Row> rows(Database database) {
        return Row.ALL.stream().filter(row -> row.database() == database).toList();
    }

    private static String name(Row row) {
        return "%s on %s, survives %s"
                .formatted(
                        row.engine().text(), row.databaseName(), row.survives().text());
    }

    /** Applications a second: median, and in brackets the least and the most. */
    String rates(Database database) {
        return table(database, "applications a second", (row, clients) -> results.spread(row, clients, Cell::perSecond)
                .map(s -> "%s (%s–%s)".formatted(number(s.median()), number(s.least()), number(s.most())))
                .orElse("–"));
    }

    /** What one application costs, with the most clients. */
    String costs(Database database) {
        StringBuilder text = new StringBuilder(
                "| engine | statements | reads | commits | disk flushes | KB on disk | heap MB | CPU ms |\n"
                        + "|---|---:|---:|---:|---:|---:|---:|---:|\n");
        int most = results.clients().get(results.clients().size() - 1);
        for (Row row : rows(database)) {
            if (results.of(row, most).isEmpty()) {
                continue;
            }
            text.append("| %s | %s | %s | %s | %s | %s | %s | %s |%n"
                    .formatted(
                            name(row),
                            median(row, most, Cell::statements),
                            median(row, most, Cell::reads),
                            median(row, most, Cell::commits),
                            median(row, most, Cell::flushes),
                            median(row, most, cell -> cell.bytes() / 1024),
                            median(row, most, cell -> cell.heap() / MEGA),
                            median(row, most, Cell::cpuMillis)));
        }
        return text.toString();
    }

    private String median(Row row, int clients, ToDoubleFunction<Cell> figure) {
        return results.spread(row, clients, figure)
                .map(s -> s.median() < 0 ? "–" : number(s.median()))
                .orElse("–");
    }

    /** Half of the steps took no longer, and 99 of 100, in milliseconds. */
    String steps(Database database, Step step) {
        return table(database, step.text() + ": p50 / p99, ms", (row, clients) -> {
            List<Seen> seen = results.of(row, clients).stream()
                    .map(cell -> Optional.ofNullable(cell.steps().get(step.name())))
                    .flatMap(Optional::stream)
                    .toList();
            return seen.isEmpty() ? "–" : "%s / %s".formatted(millis(seen, Seen::p50), millis(seen, Seen::p99));
        });
    }

    private static String millis(List<Seen> seen, ToDoubleFunction<Seen> figure) {
        return Results.spread(
                        seen.stream().map(s -> figure.applyAsDouble(s) / MICROS).toList())
                .map(s -> number(s.median()))
                .orElse("–");
    }

    /** What durability rests on, as it was read back; and what was not measured. */
    String durability(List<KillCheck.Outcome> kills) {
        StringBuilder text = new StringBuilder();
        for (Row row : Row.ALL) {
            List<String> settings = results.clients().stream()
                    .flatMap(clients -> results.of(row, clients).stream())
                    .flatMap(cell -> cell.durability().stream())
                    .distinct()
                    .toList();
            if (!settings.isEmpty()) {
                List<String> shown = new ArrayList<>(settings);
                kills.stream().filter(kill -> kill.row().equals(row.id())).forEach(kill -> shown.add(kill.text()));
                text.append("- %s: %s%n".formatted(name(row), String.join(", ", shown)));
            }
            results.missing(row)
                    .ifPresent(reason -> text.append("- %s: not measured: %s%n".formatted(name(row), reason)));
        }
        return text.toString();
    }

    @FunctionalInterface
    private interface Entry {
        String of(Row row, int clients);
    }

    private String table(Database database, String what, Entry entry) {
        List<String> lines = new ArrayList<>();
        lines.add("| %s | %s |"
                .formatted(
                        what,
                        results.clients().stream()
                                .map(clients -> clients == 1 ? "1 client" : clients + " clients")
                                .collect(Collectors.joining(" | "))));
        lines.add("|---|" + "---:|".repeat(results.clients().size()));
        for (Row row : rows(database)) {
            lines.add("| %s | %s |"
                    .formatted(
                            name(row),
                            results.clients().stream()
                                    .map(clients -> entry.of(row, clients))
                                    .collect(Collectors.joining(" | "))));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.1f" : "%,.0f", value);
    }
}

package org.onevisit.housing.benchmark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** The figures as a page. */
final class Report {
    private final LocalDate day;
    private final List<String> machine;
    private final List<Figure> figures;

    Report(LocalDate day, List<String> machine, List<Figure> figures) {
        this.day = day;
        this.machine = machine;
        this.figures = figures;
    }

    /** Markdown. */
    String text() {
        StringBuilder text = new StringBuilder()
                .append("# Performance\n\n")
                .append("Measured by `benchmarks/run` on %s. A figure is worth as much as the machine below it:\n\n"
                        .formatted(day));
        machine.forEach(line -> text.append("- ").append(line).append('\n'));
        text.append(
                "\n| what | promised | median | shortest | longest | tries | |\n|---|---:|---:|---:|---:|---:|---|\n");
        figures.forEach(figure -> text.append(row(figure)));
        return text.append(
                        "\nTimes in milliseconds. Every start is one over an empty data folder, by `housing run --demo`; the first one, mostly the\n"
                                + "longest, is the first of an installation and has no archive of classes yet (ADR 0010).\n")
                .toString();
    }

    private static String row(Figure figure) {
        return "| %s | %s | %s | %s | %s | %d | %s |%n"
                .formatted(
                        figure.name(),
                        millis(figure.target()),
                        millis(figure.median()),
                        millis(figure.shortest()),
                        millis(figure.longest()),
                        figure.tries().size(),
                        figure.kept() ? "kept" : "**missed**");
    }

    /** Milliseconds with one place. */
    static String millis(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 6)
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}

package org.onevisit.housing.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.onevisit.housing.benchmark.drive.KillCheck;
import org.onevisit.housing.benchmark.drive.Row.Database;
import org.onevisit.housing.benchmark.work.Step;
import org.onevisit.housing.benchmark.work.Work;

/** All figures as a page, with a chart for each database beside it. */
public final class Report {
    private static final String TIMES =
            "| what | promised | median | shortest | longest | tries | |\n|---|---:|---:|---:|---:|---:|---|\n";
    private static final String PROMISES =
            "| what | promised | median | worst repetition | |\n|---|---:|---:|---:|---|\n";
    private final LocalDate day;
    private final List<String> machine;
    private final List<Figure> figures;
    private final List<Promise> promises;
    private final List<String> sections = new ArrayList<>();

    /** A page of this day; {@code promises} are all that is promised beside times. */
    public Report(LocalDate day, List<String> machine, List<Figure> figures, List<Promise> promises) {
        this.day = day;
        this.machine = List.copyOf(machine);
        this.figures = List.copyOf(figures);
        this.promises = List.copyOf(promises);
    }

    /** Adds a section of its own. */
    public Report section(String heading, String text) {
        sections.add("## %s%n%n%s".formatted(heading, text));
        return this;
    }

    /** Adds the comparison with the peers and the floor. */
    public Report comparison(Results results, List<KillCheck.Outcome> kills) {
        Comparison comparison = new Comparison(results);
        for (Database database : Database.values()) {
            StringBuilder text =
                    new StringBuilder("![Applications a second](%s)%n%n".formatted(Comparison.chartName(database)));
            text.append("Applications a second: median, and in brackets the least and the most of all repetitions.\n\n")
                    .append(comparison.rates(database));
            for (Step step : Step.values()) {
                text.append('\n').append(comparison.steps(database, step));
            }
            text.append("\nFor one application, with the most clients. Flushes are those of the whole machine.\n\n")
                    .append(comparison.costs(database));
            section(database == Database.EMBEDDED ? "Embedded" : "PostgreSQL", text.toString());
        }
        return section("What a step survives, as it was read back", comparison.durability(kills));
    }

    /** Markdown. */
    public String text() {
        StringBuilder text = new StringBuilder()
                .append("# Performance\n\n")
                .append("Measured by `benchmarks/run` on %s. A figure is worth as much as the machine below it:\n\n"
                        .formatted(day));
        machine.forEach(line -> text.append("- ").append(line).append('\n'));
        text.append("\n## What was promised\n\n").append(TIMES);
        figures.forEach(figure -> text.append(figure.line()));
        text.append(
                        "\nTimes in milliseconds. Every start is one over an empty data folder, by `housing run --demo`; the")
                .append(
                        " first one, mostly the\nlongest, is the first of an installation and has no archive of classes yet")
                .append(" (ADR 0010).\n");
        if (!promises.isEmpty()) {
            text.append('\n').append(PROMISES);
            promises.forEach(promise -> text.append(promise.line()));
            text.append(work());
        }
        sections.forEach(section -> text.append('\n').append(section));
        return text.toString();
    }

    private static String work() {
        return String.format(
                Locale.ROOT,
                "%nThe work (ADR 0016): an application is started, %d checks are out at once, each answers with %d bytes that are"
                        + " kept, they%njoin, %d decisions are made, a publicity hold runs and is over. Ours judges, explains, seals"
                        + " and chains besides, has%nthe clerk accept and two seats vote. Each figure comes from a process of its own"
                        + " over an empty store.%n",
                Work.CHECKS.size(),
                Work.ANSWER,
                Work.DECISIONS.size());
    }

    /** Writes the page, and the charts beside it. */
    public void write(Path page, Results results) throws IOException {
        Files.writeString(page, text());
        Comparison comparison = new Comparison(results);
        for (Database database : Database.values()) {
            Files.writeString(page.resolveSibling(Comparison.chartName(database)), comparison.chart(database));
        }
    }
}

package org.onevisit.housing.benchmark;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.onevisit.housing.benchmark.drive.CellProcess;
import org.onevisit.housing.benchmark.drive.Matrix;
import org.onevisit.housing.benchmark.drive.Progress;
import org.onevisit.housing.benchmark.drive.Row;
import org.onevisit.housing.benchmark.host.StartUp;
import org.onevisit.housing.benchmark.host.VerificationRound;
import org.onevisit.housing.benchmark.report.Figure;
import org.onevisit.housing.benchmark.report.Machine;
import org.onevisit.housing.benchmark.report.Promise;
import org.onevisit.housing.benchmark.report.Promises;
import org.onevisit.housing.benchmark.report.QuickLine;
import org.onevisit.housing.benchmark.report.Report;
import org.onevisit.housing.benchmark.report.Results;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures and reports; ends with 1 when a promise is missed. */
@Command(name = "benchmarks/run", description = "Measure what users wait for.", mixinStandardHelpOptions = true)
final class Benchmarks implements Callable<Integer> {
    private static final int STARTS = 5;
    private static final int ROUNDS = 100;
    private static final Duration QUICK_WARM_UP = Duration.ofSeconds(2);
    private static final Duration QUICK_TIME = Duration.ofSeconds(4);
    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final Clock clock = Clock.systemUTC();

    @Option(names = "--distribution", required = true, description = "Folder of the distribution.")
    private Path distribution = Path.of("");

    @Option(names = "--report", required = true, description = "File to write the page into.")
    private Path report = Path.of("");

    @Option(names = "--quick", description = "Under five minutes: 1 and 8 clients, once; one line of JSON, no page.")
    private boolean quick;

    @Option(names = "--repetitions", description = "Of each measurement beside the peers; ${DEFAULT-VALUE}.")
    private int repetitions = 3;

    @Option(names = "--clients", split = ",", description = "How many at once; ${DEFAULT-VALUE}.")
    private List<Integer> clients = List.of(1, 8, 32);

    @Option(names = "--warm-up", description = "Of each measurement, as PT5S; ${DEFAULT-VALUE}.")
    private Duration warmUp = Duration.ofSeconds(8);

    @Option(names = "--time", description = "Of each measurement, as PT10S; ${DEFAULT-VALUE}.")
    private Duration time = Duration.ofSeconds(12);

    @Option(names = "--rows", split = ",", description = "Only these rows, as OURS/EMBEDDED/POWER; all unless given.")
    private List<String> rows = List.of();

    private Benchmarks() {}

    /** Runs them. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return quick ? quick() : full();
    }

    private int quick() throws IOException, InterruptedException {
        Duration fsync = Machine.fsync();
        PrintWriter progress = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        CellProcess process = new CellProcess(QUICK_WARM_UP, QUICK_TIME);
        Matrix.Outcome outcome = Matrix.quick(process).run(new Progress(progress));
        Results results = new Results(outcome.cells(), outcome.missing());
        List<Promise> promises = new Promises(results).all();
        LocalDate day = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
        out.println(new JsonMapper()
                .writeValueAsString(QuickLine.of(day, Machine.described(fsync), fsync, promises, outcome)));
        return promises.stream().allMatch(Promise::kept) ? 0 : 1;
    }

    private int full() throws IOException, InterruptedException {
        Duration fsync = Machine.fsync();
        List<Row> chosen = rows.isEmpty() ? Row.ALL : rows.stream().map(Row::of).toList();
        Matrix matrix = new Matrix(chosen, clients, repetitions, new CellProcess(warmUp, time));
        out.println("measuring beside the peers: about %d min"
                .formatted(matrix.estimate(warmUp.plus(time).plusSeconds(10)).toMinutes()));
        Matrix.Outcome outcome = matrix.run(new Progress(out));
        Results results = new Results(outcome.cells(), outcome.missing());
        List<Figure> figures = host();
        List<Promise> promises = new Promises(results).all();
        LocalDate day = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
        Report page = new Report(day, Machine.described(fsync), figures, promises).comparison(results);
        page.write(report, results);
        Path raw = Files.writeString(
                report.resolveSibling("performance-cells.json"), new JsonMapper().writeValueAsString(outcome.cells()));
        out.println(page.text());
        out.println("every measurement: " + raw);
        boolean kept =
                figures.stream().allMatch(Figure::kept) && promises.stream().allMatch(Promise::kept);
        return kept ? 0 : 1;
    }

    private List<Figure> host() throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        out.println("starting the host %d times".formatted(STARTS));
        figures.addAll(new StartUp(distribution).measure(STARTS));
        out.println("verifying %d applications".formatted(ROUNDS));
        figures.add(new VerificationRound(clock).measure(ROUNDS));
        return figures;
    }
}

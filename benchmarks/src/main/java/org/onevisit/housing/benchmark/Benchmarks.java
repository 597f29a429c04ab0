package org.onevisit.housing.benchmark;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
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
import java.util.function.Function;
import org.onevisit.housing.benchmark.drive.CellProcess;
import org.onevisit.housing.benchmark.drive.KillCheck;
import org.onevisit.housing.benchmark.drive.Matrix;
import org.onevisit.housing.benchmark.drive.Progress;
import org.onevisit.housing.benchmark.drive.Row;
import org.onevisit.housing.benchmark.host.StartUp;
import org.onevisit.housing.benchmark.host.VerificationRound;
import org.onevisit.housing.benchmark.ours.Rounds;
import org.onevisit.housing.benchmark.ours.StudyCost;
import org.onevisit.housing.benchmark.ours.WorkPerApplication;
import org.onevisit.housing.benchmark.report.Figure;
import org.onevisit.housing.benchmark.report.Machine;
import org.onevisit.housing.benchmark.report.Promise;
import org.onevisit.housing.benchmark.report.Promises;
import org.onevisit.housing.benchmark.report.QuickLine;
import org.onevisit.housing.benchmark.report.Report;
import org.onevisit.housing.benchmark.report.Results;
import org.onevisit.housing.benchmark.report.ScaleSection;
import org.onevisit.housing.benchmark.report.StudySection;
import org.onevisit.housing.benchmark.report.WorkSection;
import org.onevisit.housing.benchmark.scale.Scale;
import org.onevisit.housing.benchmark.store.Survives;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures and reports; ends with 1 when a promise is missed. */
@Command(name = "benchmarks/run", description = "Measure what users wait for.", mixinStandardHelpOptions = true)
final class Benchmarks implements Callable<Integer> {
    private static final int STARTS = 5;
    private static final int ROUNDS = 100;
    private static final int COUNTED = 100;
    private static final int KILL = 200;
    private static final int QUICK_KILL = 40;
    private static final int STUDY_ROUNDS = 5;
    private static final int STUDY_COMMANDS = 2_000;
    private static final List<Integer> AGENCIES = List.of(3, 9, 30);
    /** What a measurement takes beside its warm-up and its time. */
    private static final Duration AROUND = Duration.ofSeconds(10);

    private static final Duration QUICK_WARM_UP = Duration.ofSeconds(8);
    private static final Duration QUICK_TIME = Duration.ofSeconds(3);
    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final Clock clock = Clock.systemUTC();

    @Option(names = "--distribution", required = true, description = "Folder of the distribution.")
    private Path distribution = Path.of("");

    @Option(names = "--report", required = true, description = "File to write the page into.")
    private Path report = Path.of("");

    @Option(names = "--quick", description = "About five minutes: 1 and 8 clients, once; one line of JSON, no page.")
    private boolean quick;

    @Option(names = "--repetitions", description = "Of each measurement beside the peers; ${DEFAULT-VALUE}.")
    private int repetitions = 3;

    @Option(names = "--clients", split = ",", description = "How many at once; ${DEFAULT-VALUE}.")
    private List<Integer> clients = List.of(1, 8, 32);

    @Option(
            names = "--warm-up",
            description = "Of each process, with as many clients as there are, as PT5S; ${DEFAULT-VALUE}.")
    private Duration warmUp = Duration.ofSeconds(20);

    @Option(names = "--time", description = "Of each measurement, as PT10S; ${DEFAULT-VALUE}.")
    private Duration time = Duration.ofSeconds(10);

    @Option(names = "--sizes", split = ",", description = "How many are stored for look-up and list; ${DEFAULT-VALUE}.")
    private List<Integer> sizes = List.of(1_000, 100_000, 1_000_000);

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
        Progress progress = new Progress(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        Matrix.Outcome outcome =
                Matrix.quick(new CellProcess(QUICK_WARM_UP, QUICK_TIME)).run(progress);
        List<Row> ours =
                Row.ALL.stream().filter(row -> row.engine() == Row.Engine.OURS).toList();
        List<KillCheck.Outcome> kills = new KillCheck(QUICK_KILL).check(ours, progress);
        List<Promise> promises = new Promises(new Results(outcome.cells(), outcome.missing()))
                .all().stream()
                        .filter(promise -> !promise.name().contains(Survives.NOTHING.name())) // in the whole run only
                        .toList();
        out.println(new JsonMapper()
                .writeValueAsString(QuickLine.of(today(), Machine.described(fsync), fsync, promises, outcome, kills)));
        return kept(promises, kills) ? 0 : 1;
    }

    private static boolean kept(List<Promise> promises, List<KillCheck.Outcome> kills) {
        return promises.stream().allMatch(Promise::kept) && kills.stream().allMatch(KillCheck.Outcome::asStated);
    }

    private int full() throws IOException, InterruptedException {
        Duration fsync = Machine.fsync();
        Progress progress = new Progress(out);
        List<Row> chosen = rows.isEmpty() ? Row.ALL : rows.stream().map(Row::of).toList();
        Matrix matrix = new Matrix(chosen, clients, repetitions, new CellProcess(warmUp, time));
        out.println("measuring beside the peers, about %d min; then 15 min for the rest"
                .formatted(matrix.estimate(warmUp.plus(AROUND), time).toMinutes()));
        Matrix.Outcome outcome = matrix.run(progress);
        Results results = new Results(outcome.cells(), outcome.missing());
        out.println("killing each in the middle of its work");
        List<KillCheck.Outcome> kills = new KillCheck(KILL).check(chosen, progress);
        WorkSection work = new WorkSection(inFolder(folder -> new WorkPerApplication(COUNTED).count(folder)));
        out.println("filling a store up to %s".formatted(sizes));
        ScaleSection scale = new ScaleSection(inFolder(folder -> new Scale(folder, clock, progress).measure(sizes)));
        out.println("handing in beside the study of a plan");
        StudySection study = new StudySection(
                inFolder(folder -> new StudyCost(clock, STUDY_ROUNDS, STUDY_COMMANDS).measure(folder)));
        List<Figure> figures = host(fsync);
        List<Promise> promises = new ArrayList<>(new Promises(results).all());
        promises.addAll(work.promises());
        promises.addAll(scale.promises());
        promises.add(study.promise());
        Report page = new Report(today(), Machine.described(fsync), figures, promises)
                .comparison(results, kills)
                .section("What an application leaves", work.text())
                .section("Among many", scale.text())
                .section("While a change is planned", study.text());
        page.write(report, results);
        out.println(page.text());
        boolean kept =
                figures.stream().allMatch(Figure::kept) && promises.stream().allMatch(Promise::kept);
        return kept ? 0 : 1;
    }

    private static <T> T inFolder(Function<Path, T> work) throws IOException {
        Path folder = Files.createTempDirectory("housing-benchmark");
        try {
            return work.apply(folder);
        } finally {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
    }

    private List<Figure> host(Duration fsync) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        out.println("starting the host %d times".formatted(STARTS));
        figures.addAll(new StartUp(distribution).measure(STARTS));
        out.println("verifying %d applications".formatted(ROUNDS));
        figures.add(new VerificationRound(clock).measure(ROUNDS));
        for (int agencies : AGENCIES) {
            out.println("verifying %d applications by %d agencies".formatted(ROUNDS, agencies));
            figures.add(new Rounds(clock, fsync).measure(agencies, ROUNDS));
        }
        return figures;
    }
}

package org.onevisit.housing.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures and reports; ends with 1 when a promise is missed. */
@Command(name = "benchmarks/run", description = "Measure what users wait for.", mixinStandardHelpOptions = true)
final class Benchmarks implements Callable<Integer> {
    private static final int STARTS = 5;
    private static final int ROUNDS = 100;
    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    @Option(names = "--distribution", required = true, description = "Folder of the distribution.")
    private Path distribution = Path.of("");

    @Option(names = "--report", required = true, description = "File to write the page into.")
    private Path report = Path.of("");

    private Benchmarks() {}

    /** Runs them. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Clock clock = Clock.systemUTC();
        List<Figure> figures = new ArrayList<>();
        out.println("starting the host %d times".formatted(STARTS));
        figures.addAll(new StartUp(distribution).measure(STARTS));
        out.println("verifying %d applications".formatted(ROUNDS));
        figures.add(new VerificationRound(clock).measure(ROUNDS));
        LocalDate day = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
        String text = new Report(day, Machine.described(), figures).text();
        Files.writeString(report, text);
        out.println(text);
        return figures.stream().allMatch(Figure::kept) ? 0 : 1;
    }
}

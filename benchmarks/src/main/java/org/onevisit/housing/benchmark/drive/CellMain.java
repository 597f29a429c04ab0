package org.onevisit.housing.benchmark.drive;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measurements of one engine in a process of their own; prints a line of JSON for each number of clients. */
@Command(name = "cell", description = "Measure one engine.")
public final class CellMain implements Callable<Integer> {
    /** What stands before the line. */
    static final String RESULT = "RESULT ";

    @Option(names = "--row", required = true)
    private String row = "";

    @Option(names = "--clients", split = ",", required = true)
    private List<Integer> clients = List.of();

    @Option(names = "--repetition", required = true)
    private int repetition;

    @Option(names = "--warm-up", required = true, description = "As PT5S.")
    private Duration warmUp = Duration.ZERO;

    @Option(names = "--time", required = true, description = "As PT10S.")
    private Duration time = Duration.ZERO;

    @Option(names = "--folder", required = true)
    private Path folder = Path.of("");

    private CellMain() {}

    /** Measures. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CellMain()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        for (Cell cell : new Driver(Row.of(row), clients, warmUp, time).measure(folder, repetition)) {
            out.println(RESULT + new JsonMapper().writeValueAsString(cell));
        }
        return 0;
    }
}

package org.onevisit.housing.benchmark.drive;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One measurement in a process of its own; prints what it measured as a line of JSON. */
@Command(name = "cell", description = "Measure one engine.")
public final class CellMain implements Callable<Integer> {
    /** What stands before the line. */
    static final String RESULT = "RESULT ";

    @Option(names = "--row", required = true)
    private String row = "";

    @Option(names = "--clients", required = true)
    private int clients;

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
        Cell cell = new Driver(Row.of(row), clients, warmUp, time).measure(folder, repetition);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        out.println(RESULT + new JsonMapper().writeValueAsString(cell));
        return 0;
    }
}

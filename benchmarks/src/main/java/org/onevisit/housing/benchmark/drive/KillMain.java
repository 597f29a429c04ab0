package org.onevisit.housing.benchmark.drive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.onevisit.housing.benchmark.work.Clients;
import org.onevisit.housing.benchmark.work.Contender.Standing;
import org.onevisit.housing.benchmark.work.StepTimes;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The process that is killed, and the one that looks afterwards what is there. */
@Command(name = "kill", description = "Work until killed; or count what is there.")
public final class KillMain implements Callable<Integer> {
    /** Stands before the name of an application whose steps were all acknowledged. */
    static final String ACKNOWLEDGED = "ACKNOWLEDGED ";

    /** Stands before the number of applications that are not there. */
    static final String LOST = "LOST ";

    private static final int CLIENTS = 4;
    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    @Option(names = "--row", required = true)
    private String row = "";

    @Option(names = "--folder", required = true)
    private Path folder = Path.of("");

    @Option(names = "--count", description = "Count, of the names on standard input, those that are not held.")
    private boolean count;

    private KillMain() {}

    /** Works, or counts. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new KillMain()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        try (Opened opened = Opened.of(Row.of(row), folder, CLIENTS)) {
            if (count) {
                out.println(LOST + lost(opened));
            } else {
                work(opened);
            }
        }
        return 0;
    }

    private void work(Opened opened) {
        AtomicInteger next = new AtomicInteger();
        StepTimes times = new StepTimes();
        try (Clients clients = new Clients(CLIENTS)) {
            clients.all(client -> {
                while (!out.checkError()) {
                    String name = opened.contender().toHold(next.getAndIncrement(), times);
                    out.println(ACKNOWLEDGED + name);
                }
            });
        }
    }

    private static long lost(Opened opened) throws IOException {
        List<String> names;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            names = in.lines().toList();
        }
        return names.stream()
                .filter(name -> opened.contender().standing(name) != Standing.HELD)
                .count();
    }
}

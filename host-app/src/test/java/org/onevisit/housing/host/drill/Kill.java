package org.onevisit.housing.host.drill;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A host that was killed.
 *
 * @param acknowledged what it had acknowledged
 * @param from before it was started
 * @param until when it was dead
 */
record Kill(List<Acknowledged> acknowledged, Instant from, Instant until) {
    private static final int ONE_STRIKES_THE_START = 5;
    private static final int MOST_LINES = 90;
    private static final int START_TAKES_MICROS = 4_000_000;
    private static final int COMMIT_TAKES_MICROS = 30_000;

    /** Starts a host on this folder and kills it at a moment that the random numbers give: while it starts, or under load. */
    static Kill strike(Path folder, long seed, Random random) throws IOException, InterruptedException {
        boolean whileItStarts = random.nextInt(ONE_STRIKES_THE_START) == 0;
        int lines = whileItStarts ? 0 : 1 + random.nextInt(MOST_LINES);
        int micros = random.nextInt(whileItStarts ? START_TAKES_MICROS : COMMIT_TAKES_MICROS);
        Instant from = Clock.systemUTC().instant();
        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledHost.class.getName(),
                        folder.toString(),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("host.log").toFile()))
                .start();
        ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();
        try {
            List<Acknowledged> said =
                    listen(host, lines, () -> hand.schedule(() -> kill(host), micros, TimeUnit.MICROSECONDS));
            host.waitFor();
            return new Kill(said, from, Clock.systemUTC().instant());
        } finally {
            kill(host);
            hand.shutdownNow();
        }
    }

    /** By its handle: the process itself would close what the host said too, and a last word could be lost. */
    private static void kill(Process host) {
        host.toHandle().destroyForcibly();
    }

    /** Hears everything that the host says until it is dead; after so many lines its end is near. */
    private static List<Acknowledged> listen(Process host, int lines, Runnable end) throws IOException {
        List<Acknowledged> said = new ArrayList<>();
        if (lines == 0) {
            end.run();
        }
        try (BufferedReader reader = host.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int before = said.size();
                Acknowledged.read(line).ifPresent(said::add);
                if (said.size() > before && said.size() == lines) {
                    end.run();
                }
            }
        }
        return said;
    }

    /** Did the host live at this moment? */
    boolean lived(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}

package org.onevisit.housing.host.drill;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.onevisit.housing.host.OtherJvm;

/**
 * A host that was killed.
 *
 * @param acknowledged what it had acknowledged
 * @param serving what it found when it had started; empty when it was killed before
 * @param inChange was it killed because a change had begun?
 * @param from before it was started
 * @param until when it was dead
 */
record Kill(List<Acknowledged> acknowledged, Optional<Serving> serving, boolean inChange, Instant from, Instant until) {
    /** What a host says when the journal of changes on its disk says that one has begun. */
    static final String CHANGING = "CHANGING";

    /** The new version is watched for so long; then the old one leaves, and the change is over. */
    static final Duration WATCH = Duration.ofMillis(300);

    private static final int VERSIONS_EACH = 100;
    private static final int MOST_LINES = 90;
    private static final int START_TAKES_MICROS = 4_000_000;
    private static final int COMMIT_TAKES_MICROS = 30_000;
    private static final int CHANGE_TAKES_MICROS = 450_000;

    /** When a host is killed: so long after it has said something so often. */
    private record Moment(String said, int times, int micros) {
        /** Of seven kills one strikes the start, three a change, three the load. */
        static Moment of(int kill, Random random) {
            return switch (kill % 7) {
                case 0 -> new Moment("", 0, random.nextInt(START_TAKES_MICROS));
                case 2, 4, 6 -> new Moment(CHANGING, 1, random.nextInt(CHANGE_TAKES_MICROS));
                default -> new Moment("", 1 + random.nextInt(MOST_LINES), random.nextInt(COMMIT_TAKES_MICROS));
            };
        }

        /** Is this what the host has to have said? */
        boolean counts(String line) {
            return said.equals(CHANGING)
                    ? line.equals(CHANGING)
                    : Acknowledged.read(line).isPresent();
        }
    }

    /** Starts a host on this folder and kills it at a moment that its number and the random numbers give. */
    static Kill strike(Path folder, int kill, long seed, Random random) throws IOException, InterruptedException {
        Moment moment = Moment.of(kill, random);
        Instant from = Clock.systemUTC().instant();
        Process host = OtherJvm.of(
                        KilledHost.class,
                        folder.toString(),
                        Long.toString(seed + kill),
                        Integer.toString(kill * VERSIONS_EACH))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("host.log").toFile()))
                .start();
        ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();
        try {
            List<String> lines =
                    listen(host, moment, () -> hand.schedule(() -> kill(host), moment.micros(), TimeUnit.MICROSECONDS));
            host.waitFor();
            return new Kill(
                    lines.stream()
                            .flatMap(line -> Acknowledged.read(line).stream())
                            .toList(),
                    lines.stream().flatMap(line -> Serving.read(line).stream()).findFirst(),
                    moment.said().equals(CHANGING),
                    from,
                    Clock.systemUTC().instant());
        } finally {
            kill(host);
            hand.shutdownNow();
        }
    }

    /** By its handle: the process itself would close what the host said too, and a last word could be lost. */
    private static void kill(Process host) {
        host.toHandle().destroyForcibly();
    }

    /** Hears everything that the host says until it is dead; when it has said what its moment names, its end is near. */
    private static List<String> listen(Process host, Moment moment, Runnable end) throws IOException {
        List<String> said = new ArrayList<>();
        int counted = 0;
        if (moment.times() == 0) {
            end.run();
        }
        try (BufferedReader reader = host.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said.add(line);
                if (moment.counts(line) && ++counted == moment.times()) {
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

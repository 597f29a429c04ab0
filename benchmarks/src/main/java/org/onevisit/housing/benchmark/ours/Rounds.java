package org.onevisit.housing.benchmark.ours;

import com.google.common.base.Stopwatch;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.onevisit.housing.benchmark.report.Figure;
import org.onevisit.housing.model.ApplicationNumber;

/**
 * How much longer a verification round takes than the slowest of its agencies: from the clerk's acceptance until the journal says that
 * all checks are settled, with agencies in the process that each take the same time. The embedded store survives a power cut.
 */
public final class Rounds {
    private static final Duration ANSWER = Duration.ofMillis(200);
    private static final Duration MOST = Duration.ofMillis(20);
    private static final int SYNCS = 3;
    private static final int WARM_UP = 30;
    private final Clock clock;
    private final Duration target;

    /** On a disk that takes this long for an fsync. */
    public Rounds(Clock clock, Duration fsync) {
        this.clock = clock;
        target = MOST.plus(fsync.multipliedBy(SYNCS));
    }

    /** With so many agencies, so often. */
    public Figure measure(int agencies, int times) throws IOException {
        Path folder = Files.createTempDirectory("housing-rounds");
        OurSqlite store = new OurSqlite(folder);
        try (Ours ours = new Ours(
                folder,
                new Ours.Kept(store.store(), store.tally()),
                clock,
                CountyPack.with(CountyPack.checks(agencies)),
                ANSWER)) {
            List<Duration> beyond = new ArrayList<>();
            for (int i = 0; i < WARM_UP + times; i++) {
                ApplicationNumber number = ours.received(i);
                Stopwatch watch = Stopwatch.createStarted();
                ours.verify(number);
                if (i >= WARM_UP) {
                    beyond.add(watch.elapsed().minus(ANSWER));
                }
            }
            return new Figure(
                    "%d agencies of 200 ms each: a verification round, beyond the slowest agency".formatted(agencies),
                    target,
                    beyond);
        } finally {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }
}

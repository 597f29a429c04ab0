package org.onevisit.housing.benchmark.scale;

import com.google.common.base.Stopwatch;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.onevisit.housing.benchmark.drive.Progress;
import org.onevisit.housing.benchmark.ours.OurSqlite;
import org.onevisit.housing.benchmark.ours.Ours;
import org.onevisit.housing.benchmark.report.Figure;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.ApplicationStore;

/**
 * How long it takes to look one application up and to list what is overdue, while ever more are stored. The same number of applications
 * is overdue each time: what a county has to chase grows with its staff, not with its archive.
 */
public final class Scale {
    private static final int OVERDUE = 200;
    private static final int WARM_UP = 1500;
    private static final int TRIES = 400;
    private static final int PAGE = 50;
    private static final int PARTS = 20;
    private final Path folder;
    private final Clock clock;
    private final Progress progress;

    /** In an empty folder, with a few gigabytes to spare for a million. */
    public Scale(Path folder, Clock clock, Progress progress) {
        this.folder = folder;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Times at one size.
     *
     * @param stored applications
     * @param lookUp of one, by its number; the reading is recorded, so this waits for the disk
     * @param progress of one, by its number; reads only
     * @param overdue first page of the overdue list
     */
    public record Point(int stored, Figure lookUp, Figure progress, Figure overdue) {}

    /** Measures at each of these sizes, from the smallest up, in one store. */
    public List<Point> measure(List<Integer> sizes) {
        ApplicationNumber model = first();
        List<Point> points = new ArrayList<>();
        int stored = 0;
        for (int size : sizes) {
            fill(model, stored, size);
            stored = size;
            points.add(at(model, size));
        }
        return points;
    }

    private ApplicationNumber first() {
        OurSqlite store = new OurSqlite(folder);
        try (Ours ours = new Ours(folder, store.store(), store.tally(), clock)) {
            return ours.received(0);
        }
    }

    private void fill(ApplicationNumber model, int from, int to) {
        try (ApplicationStore store = new OurSqlite(folder).store()) {
            progress.begin(PARTS);
            int part = Math.max(1, (to - from) / PARTS);
            int[] told = {from};
            new Filler(folder, store, model).fill(from, to, OVERDUE, clock.instant(), done -> {
                while (done - told[0] >= part) {
                    told[0] += part;
                    progress.done("%d of %d stored".formatted(done, to));
                }
            });
        }
    }

    private Point at(ApplicationNumber model, int size) {
        OurSqlite store = new OurSqlite(folder);
        try (Ours ours = new Ours(folder, store.store(), store.tally(), clock)) {
            Filler numbers = new Filler(folder, store.store(), model);
            Random random = new Random(size);
            ApprovalService clerk = ours.clerk();
            ApprovalService supervisor = ours.supervisor();
            Consumer<ApplicationNumber> list = any -> {
                int found = supervisor
                        .list(Optional.empty(), Optional.empty(), true, "", PAGE)
                        .items()
                        .size();
                if (found != PAGE) {
                    throw new IllegalStateException("%d overdue in place of %d".formatted(found, PAGE));
                }
            };
            Consumer<ApplicationNumber> read = number -> {
                var unused = clerk.progress(number);
            };
            Consumer<ApplicationNumber> find = number -> {
                var unused = clerk.find(number);
            };
            return new Point(
                    size,
                    tries("look-up", find, numbers, random, size),
                    tries("progress", read, numbers, random, size),
                    tries("overdue list", list, numbers, random, size));
        }
    }

    private static Figure tries(
            String name, Consumer<ApplicationNumber> what, Filler numbers, Random random, int size) {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < WARM_UP + TRIES; i++) {
            ApplicationNumber number = numbers.number(random.nextInt(size));
            Stopwatch watch = Stopwatch.createStarted();
            what.accept(number);
            if (i >= WARM_UP) {
                times.add(watch.elapsed());
            }
        }
        return new Figure("%s, %d stored".formatted(name, size), Duration.ZERO, times);
    }
}

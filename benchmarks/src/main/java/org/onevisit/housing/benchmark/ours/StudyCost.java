package org.onevisit.housing.benchmark.ours;

import com.google.common.base.Stopwatch;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.engine.MaintenanceService;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.spi.policy.Edition;

/**
 * What the study of a plan costs those who work meanwhile: a clerk hands in applications, and while every application is judged by
 * another edition goes on doing so. One clerk; the embedded store survives a power cut.
 */
public final class StudyCost {
    /** For so many commands one application that agencies have answered about. */
    private static final int JUDGED = 4;

    /** For so many commands one to warm up. */
    private static final int WARM_UP = 2;

    private static final int ONE_IN = 100;
    private final Clock clock;
    private final int rounds;
    private final int commands;
    private int next;

    /** So many rounds, with so many commands on each side. */
    public StudyCost(Clock clock, int rounds, int commands) {
        this.clock = clock;
        this.rounds = rounds;
        this.commands = commands;
    }

    /**
     * One round.
     *
     * @param alone 99 of 100 commands took no longer, with no study
     * @param beside the same while one study followed the other
     * @param studies that were begun meanwhile
     * @param applications that were stored after it
     */
    public record Round(Duration alone, Duration beside, int studies, int applications) {
        /** How many times as long. */
        public double ratio() {
            return (double) beside.toNanos() / alone.toNanos();
        }
    }

    /** Measures in an empty folder. Every other round begins with the study, for the store grows. */
    public List<Round> measure(Path folder) {
        OurSqlite store = new OurSqlite(folder);
        try (Ours ours = new Ours(folder, store.store(), store.tally(), clock)) {
            ApprovalService clerk = ours.clerk();
            MaintenanceService operator =
                    ours.engine().maintenanceFor(Actor.officer("operator-1", Role.OPERATOR, Households.COUNTY));
            for (int i = 0; i < commands / JUDGED; i++) {
                ours.verify(ours.received(next++));
            }
            var unused = p99(clerk, commands / WARM_UP);
            List<Round> measured = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                Duration before = round % 2 == 0 ? p99(clerk, commands) : Duration.ZERO;
                Beside beside = beside(operator, clerk);
                Duration alone = round % 2 == 0 ? before : p99(clerk, commands);
                measured.add(new Round(alone, beside.p99(), beside.studies(), next));
            }
            return measured;
        }
    }

    private record Beside(Duration p99, int studies) {}

    private Beside beside(MaintenanceService operator, ApprovalService clerk) {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Integer> studies = CompletableFuture.supplyAsync(() -> {
            int begun = 0;
            Edition other = CountyPack.amended();
            while (!over.get()) {
                begun++;
                var unused = operator.difference(other, change -> {});
            }
            return begun;
        });
        Duration p99 = p99(clerk, commands);
        over.set(true);
        try {
            return new Beside(p99, studies.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a study ended", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a study failed", e.getCause());
        }
    }

    private Duration p99(ApprovalService clerk, int count) {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var application = Households.application(next++, clock.instant());
            Stopwatch watch = Stopwatch.createStarted();
            var unused = clerk.submit(application, "");
            times.add(watch.elapsed());
        }
        Collections.sort(times);
        return times.get(count - 1 - count / ONE_IN);
    }
}

package org.onevisit.housing.benchmark.drive;

import com.google.common.base.Stopwatch;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.onevisit.housing.benchmark.store.Tally;
import org.onevisit.housing.benchmark.work.Clients;
import org.onevisit.housing.benchmark.work.Contender.Standing;
import org.onevisit.housing.benchmark.work.StepTimes;

/**
 * Measures one engine in this process: warms it up with as many clients as there ever are, then lets each number of them start
 * applications for a while, and finish them all.
 */
public final class Driver {
    private static final double NANOS = 1e9;
    private static final double MILLI = 1e6;
    private final Row row;
    private final List<Integer> clients;
    private final Duration warmUp;
    private final Duration time;
    private final AtomicInteger next = new AtomicInteger();

    /** Measurements with these numbers of clients, one after another. */
    public Driver(Row row, List<Integer> clients, Duration warmUp, Duration time) {
        this.row = row;
        this.clients = List.copyOf(clients);
        this.warmUp = warmUp;
        this.time = time;
    }

    /** Does it in an empty folder. */
    public List<Cell> measure(Path folder, int repetition) {
        int most = Collections.max(clients);
        try (Opened opened = Opened.of(row, folder, most)) {
            List<String> done = new ArrayList<>();
            try (Clients threads = new Clients(most)) {
                done.addAll(round(opened, threads, warmUp, new StepTimes()));
            }
            List<Cell> cells = new ArrayList<>();
            for (int count : clients) {
                try (Clients threads = new Clients(count)) {
                    cells.add(measure(opened, threads, count, repetition, done));
                }
            }
            check(opened, done);
            return cells;
        }
    }

    private Cell measure(Opened opened, Clients threads, int count, int repetition, List<String> done) {
        StepTimes times = new StepTimes();
        Tally.Count before = opened.tally().count();
        long flushes = DiskFlushes.count();
        Duration cpu = cpu();
        Stopwatch watch = Stopwatch.createStarted();
        List<String> measured = round(opened, threads, time, times);
        double seconds = watch.elapsed().toNanos() / NANOS;
        double cpuMillis = cpu().minus(cpu).toNanos() / MILLI;
        Tally.Count tally = opened.tally().count().since(before);
        double flushed = DiskFlushes.count() - flushes;
        done.addAll(measured);
        double each = measured.size();
        return new Cell(
                row.id(),
                count,
                repetition,
                measured.size(),
                each / seconds,
                times.seen(),
                tally.statements() / each,
                tally.reads() / each,
                tally.commits() / each,
                (double) opened.bytes().getAsLong() / done.size(),
                heap(),
                cpuMillis / each,
                flushes < 0 ? -1 : flushed / each,
                opened.durability());
    }

    private List<String> round(Opened opened, Clients threads, Duration length, StepTimes times) {
        Queue<String> held = new ConcurrentLinkedQueue<>();
        Stopwatch watch = Stopwatch.createStarted();
        threads.all(client -> {
            do {
                held.add(opened.contender().toHold(next.getAndIncrement(), times));
            } while (watch.elapsed().compareTo(length) < 0);
        });
        List<String> all = List.copyOf(held);
        opened.contender().finish(all, threads, times);
        return all;
    }

    private static void check(Opened opened, List<String> done) {
        for (String name : done) {
            Standing standing = opened.contender().standing(name);
            if (standing != Standing.FINISHED) {
                throw new IllegalStateException("%s is %s in place of finished".formatted(name, standing));
            }
        }
    }

    private static Duration cpu() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("this system does not tell processor time"));
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

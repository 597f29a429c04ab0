package org.onevisit.housing.benchmark.drive;

import com.google.common.base.Stopwatch;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.onevisit.housing.benchmark.store.Tally;
import org.onevisit.housing.benchmark.work.Clients;
import org.onevisit.housing.benchmark.work.Contender.Standing;
import org.onevisit.housing.benchmark.work.StepTimes;

/** Measures one engine in this process: warms it up, lets clients start applications for a while, and finishes them all. */
public final class Driver {
    private static final double NANOS = 1e9;
    private static final double MILLI = 1e6;
    private final Row row;
    private final int clients;
    private final Duration warmUp;
    private final Duration time;
    private final AtomicInteger next = new AtomicInteger();

    /** A measurement with so many clients. */
    public Driver(Row row, int clients, Duration warmUp, Duration time) {
        this.row = row;
        this.clients = clients;
        this.warmUp = warmUp;
        this.time = time;
    }

    /** Does it in an empty folder. */
    public Cell measure(Path folder, int repetition) {
        try (Opened opened = Opened.of(row, folder, clients);
                Clients threads = new Clients(clients)) {
            List<String> done = new ArrayList<>(round(opened, threads, warmUp, new StepTimes()));
            StepTimes times = new StepTimes();
            Tally.Count before = opened.tally().count();
            long flushes = DiskFlushes.count();
            Duration cpu = cpu();
            Stopwatch watch = Stopwatch.createStarted();
            List<String> measured = round(opened, threads, time, times);
            double seconds = watch.elapsed().toNanos() / NANOS;
            double cpuMillis = cpu().minus(cpu).toNanos() / MILLI;
            Tally.Count count = opened.tally().count().since(before);
            double flushed = DiskFlushes.count() - flushes;
            done.addAll(measured);
            check(opened, done);
            double each = measured.size();
            return new Cell(
                    row.id(),
                    clients,
                    repetition,
                    measured.size(),
                    each / seconds,
                    times.seen(),
                    count.statements() / each,
                    count.reads() / each,
                    count.commits() / each,
                    (double) opened.bytes().getAsLong() / done.size(),
                    heap(),
                    cpuMillis / each,
                    flushes < 0 ? -1 : flushed / each,
                    opened.durability());
        }
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

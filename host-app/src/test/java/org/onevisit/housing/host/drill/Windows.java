package org.onevisit.housing.host.drill;

import com.google.common.util.concurrent.MoreExecutors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;

/** Windows that take in one household after another, and know which editions may have been in force when. */
final class Windows implements AutoCloseable {
    private static final int WINDOWS = 4;
    private static final int USUAL = 25;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final ScheduledExecutorService clerks = Executors.newScheduledThreadPool(WINDOWS);
    private final Map<ApplicationNumber, Received> received = new ConcurrentHashMap<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger settled = new AtomicInteger();
    private final AtomicInteger laid = new AtomicInteger();
    private final Queue<Long> waits = new ConcurrentLinkedQueue<>();
    private final HousingHost host;
    private final long seed;
    private final int perSecond;
    private volatile long opened;
    private volatile long closed;

    /** An application, and the first and the last edition that may have been in force when it was submitted. */
    record Received(ApplicationNumber number, Division routedTo, int earliest, int latest) {}

    Windows(HousingHost host, long seed) {
        this(host, seed, USUAL);
    }

    /** Windows to which so many households come in a second. */
    Windows(HousingHost host, long seed, int perSecond) {
        this.host = host;
        this.seed = seed;
        this.perSecond = perSecond;
    }

    void open() {
        opened = System.nanoTime();
        long between = WINDOWS * TimeUnit.SECONDS.toNanos(1) / perSecond;
        for (int window = 0; window < WINDOWS; window++) {
            clerks.scheduleAtFixedRate(this::serve, window * between / WINDOWS, between, TimeUnit.NANOSECONDS);
        }
    }

    private void serve() {
        try {
            int index = next.getAndIncrement();
            ApprovalService approvals = host.approvalsFor(DrillSite.CLERK);
            String json = DrillSite.household(host, approvals, seed, index).json();
            int earliest = settled.get();
            long asked = System.nanoTime();
            DrillSite.submitted(host, approvals, json, "key-" + index).ifPresent(receipt -> {
                received.put(
                        receipt.number(), new Received(receipt.number(), receipt.routedTo(), earliest, laid.get()));
                approvals.accept(receipt.number());
                waits.add(System.nanoTime() - asked);
            });
        } catch (RuntimeException | Error e) {
            failures.add(e);
        }
    }

    /** An edition is about to be laid into the tray. */
    void lays(int edition) {
        laid.set(edition);
    }

    /** From now on no other edition is in force. */
    void settles(int edition) {
        settled.set(edition);
    }

    /** Waits until another household that came after this moment has its receipt. */
    void awaitAnother() {
        int before = next.get();
        int until = received.size() + WINDOWS + 1; // one for each window may have come before
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> next.get() > before && received.size() >= until);
    }

    List<Received> received() {
        return List.copyOf(received.values());
    }

    /** The subdistrict of an application. */
    Division subdistrict(ApplicationNumber number) {
        return received.get(number).routedTo();
    }

    /** How many households had their receipt in a second, while the windows were open. */
    double rate() {
        return received.size() * (double) TimeUnit.SECONDS.toNanos(1) / (closed - opened);
    }

    /** How long a clerk waited for receipt and acceptance: all but so many in a hundred of them took no longer. */
    Duration waited(int percentile) {
        List<Long> sorted = waits.stream().sorted().toList();
        return Duration.ofNanos(sorted.get((sorted.size() - 1) * percentile / 100));
    }

    /** What a clerk could not do. */
    List<Throwable> failures() {
        return failures;
    }

    /** Takes nobody in any more. */
    void stop() {
        closed = System.nanoTime();
        MoreExecutors.shutdownAndAwaitTermination(clerks, PATIENCE);
    }

    @Override
    public void close() {
        stop();
    }
}

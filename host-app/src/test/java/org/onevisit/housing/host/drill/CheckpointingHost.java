package org.onevisit.housing.host.drill;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.MovableClock;

/** A host in a JVM of its own whose clock runs fast, so that it writes several checkpoints a second under load until it is killed. */
public final class CheckpointingHost {
    private static final Duration STEP = Duration.ofMinutes(2);
    private static final Duration BREATH = Duration.ofMillis(15);
    private static final int HOUSEHOLDS = 5_000;
    private static final int MOST = 100_000;

    private CheckpointingHost() {}

    /** Serves households of a seed, so many days ahead: {@code folder seed days}. */
    public static void main(String[] args) {
        long seed = Long.parseLong(args[1]);
        MovableClock clock = new MovableClock(Clock.systemUTC(), Duration.ofDays(Long.parseLong(args[2])));
        HousingHost host = DrillSite.start(Path.of(args[0]), clock, 1);
        new Thread(() -> serve(host, seed)).start();
        long before = host.engine().eventsAfter(0, MOST).size();
        while (true) {
            clock.moveTo(clock.instant().plus(STEP));
            host.runDue();
            if (before == MOST || host.engine().eventsAfter(0, MOST).size() > before) {
                before = MOST; // something was handed in to this host
                System.out.println("worked");
            }
            LockSupport.parkNanos(BREATH.toNanos());
        }
    }

    private static void serve(HousingHost host, long seed) {
        ApprovalService approvals = host.approvalsFor(DrillSite.CLERK);
        for (int i = 0; i < HOUSEHOLDS; i++) {
            String json = DrillSite.household(host, approvals, seed, i).json();
            DrillSite.submitted(host, approvals, json, seed + "-" + i)
                    .ifPresent(receipt -> approvals.accept(receipt.number()));
        }
    }
}

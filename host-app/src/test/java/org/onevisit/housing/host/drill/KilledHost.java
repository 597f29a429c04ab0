package org.onevisit.housing.host.drill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.demo.people.Submission;
import org.onevisit.housing.host.swap.Changes;
import org.onevisit.housing.host.swap.PlanWork;
import org.onevisit.housing.host.swap.SwapOptions;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.view.Receipt;

/**
 * A host in a JVM of its own, under load, whose operator changes an agency's plugin over and over, until it is killed; it says what it
 * has acknowledged, and which version it found serving, a line each.
 */
public final class KilledHost {
    private static final int AGENCIES_TAKE_MILLIS = 25;
    private static final int HOUSEHOLDS = 3_000;
    private static final int WINDOWS = 3;
    /** So many calls that the new version is always watched for the whole time: a change takes that long at least. */
    private static final int MORE_CALLS_THAN_COME = 10_000;

    private static final SwapOptions QUICKLY =
            new SwapOptions(50, Long.MAX_VALUE, MORE_CALLS_THAN_COME, Kill.WATCH, 2, false);
    private static final Actor OPERATOR = Actor.officer("li-3", Role.OPERATOR, DrillSite.COUNTY);

    private KilledHost() {}

    /** Serves households of a seed, and changes to the versions after one: {@code folder seed version}. */
    public static void main(String[] args) {
        long seed = Long.parseLong(args[1]);
        HousingHost host = DrillSite.start(Path.of(args[0]), AGENCIES_TAKE_MILLIS);
        System.out.println(Serving.of(host).line());
        ApprovalService approvals = host.approvalsFor(DrillSite.CLERK);
        for (int window = 0; window < WINDOWS; window++) {
            int first = window;
            new Thread(() -> serve(host, approvals, seed, first)).start();
        }
        new Thread(() -> change(host.control().changes(), Integer.parseInt(args[2]))).start();
    }

    private static void change(Changes changes, int last) {
        for (int version = last + 1; ; version++) {
            PlanWork work = changes.plans().begin(Replacement.AGENCY_SIMULATED.content(version), OPERATOR);
            await(() -> work.state() != PlanWork.State.PLANNING);
            String plan = work.plan().orElseThrow().id();
            changes.swaps().begin(plan, QUICKLY, OPERATOR);
            await(() -> begun(changes, plan)
                    || changes.swaps().find(plan).orElseThrow().over());
            if (begun(changes, plan)) {
                System.out.println(Kill.CHANGING);
            }
            await(() -> changes.swaps().find(plan).orElseThrow().over());
        }
    }

    /** Does the journal on disk say that this change has begun? */
    private static boolean begun(Changes changes, String plan) {
        return changes.journal().entries().stream()
                .anyMatch(entry -> entry.plan().equals(plan));
    }

    private static void await(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }

    private static void serve(HousingHost host, ApprovalService approvals, long seed, int first) {
        for (int i = first; i < HOUSEHOLDS; i += WINDOWS) {
            Submission household = DrillSite.household(host, approvals, seed, i);
            String key = seed + "-" + i;
            DrillSite.submitted(host, approvals, household.json(), key).ifPresent(receipt -> {
                say(Acknowledged.SUBMITTED, receipt, household);
                approvals.accept(receipt.number());
                say(Acknowledged.ACCEPTED, receipt, household);
            });
        }
    }

    private static void say(String what, Receipt receipt, Submission household) {
        System.out.println(new Acknowledged(what, receipt.number(), receipt.code(), household.lastFour()).line());
    }
}

package org.onevisit.housing.host.drill;

import java.nio.file.Path;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.demo.people.Submission;
import org.onevisit.housing.view.Receipt;

/** A host in a JVM of its own, under load until it is killed; it says what it has acknowledged, a line each. */
public final class KilledHost {
    private static final int AGENCIES_TAKE_MILLIS = 25;
    private static final int HOUSEHOLDS = 3_000;
    private static final int WINDOWS = 3;

    private KilledHost() {}

    /** Serves households of a seed, {@code folder seed}. */
    public static void main(String[] args) {
        long seed = Long.parseLong(args[1]);
        HousingHost host = DrillSite.start(Path.of(args[0]), AGENCIES_TAKE_MILLIS);
        ApprovalService approvals = host.approvalsFor(DrillSite.CLERK);
        for (int window = 0; window < WINDOWS; window++) {
            int first = window;
            new Thread(() -> serve(host, approvals, seed, first)).start();
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

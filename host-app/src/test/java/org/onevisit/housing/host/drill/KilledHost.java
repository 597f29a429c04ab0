package org.onevisit.housing.host.drill;

import java.nio.file.Path;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.demo.people.Submission;
import org.onevisit.housing.view.Receipt;

/** A host in a JVM of its own, under load until it is killed; it says what it has acknowledged, and when. */
public final class KilledHost {
    private KilledHost() {}

    /** Serves households of a seed, {@code folder seed}. */
    public static void main(String[] args) {
        long seed = Long.parseLong(args[1]);
        HousingHost host = DrillSite.start(Path.of(args[0]), 5);
        ApprovalService approvals = host.approvalsFor(DrillSite.CLERK);
        for (int window = 0; window < 3; window++) {
            int first = window;
            new Thread(() -> serve(host, approvals, seed, first)).start();
        }
    }

    private static void serve(HousingHost host, ApprovalService approvals, long seed, int first) {
        for (int i = first; i < 3_000; i += 3) {
            Submission household = DrillSite.household(host, approvals, seed, i);
            String key = seed + "-" + i;
            DrillSite.submitted(host, approvals, household.json(), key).ifPresent(receipt -> {
                say("SUBMITTED", receipt, household);
                approvals.accept(receipt.number());
                say("ACCEPTED", receipt, household);
            });
        }
    }

    private static void say(String what, Receipt receipt, Submission household) {
        System.out.printf("%s %s %s %s%n", what, receipt.number(), receipt.code(), household.lastFour());
    }
}

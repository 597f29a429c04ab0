package org.onevisit.housing.host.fault;

import java.nio.file.Path;
import java.time.Duration;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.drill.DrillSite;
import org.onevisit.housing.host.drill.Offices;

/**
 * A host in a JVM of its own, whose faulty plugin eats the memory in a call; it says what it has acknowledged, a line each. Applications
 * are accepted one after the other until then, so agencies are being called all the time.
 */
public final class HungryHost {
    private static final int AT_ONCE = 3;
    private static final int HOUSEHOLDS = 90;
    private static final int FIRST = 40;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private HungryHost() {}

    /** Serves on a folder, with every check but one or none, until there is no memory left; a fault is on after so many acceptances. */
    public static void main(String[] args) throws InterruptedException {
        HousingHost host = FaultHost.builder(Path.of(args[0]), args[1], 3_000)
                .weighsCalls()
                .start();
        ApprovalService clerk = host.approvalsFor(DrillSite.CLERK);
        host.follow("offices", new Offices(host, number -> clerk.find(number).routedTo()));
        for (int i = FIRST; i < FIRST + HOUSEHOLDS; i++) {
            if (i == FIRST + Integer.parseInt(args[3])) {
                System.setProperty(args[2], Fault.OUT_OF_MEMORY.name());
            }
            String json = DrillSite.household(host, clerk, 5, i).json();
            DrillSite.submitted(host, clerk, json, "hungry-" + i).ifPresent(receipt -> {
                clerk.accept(receipt.number());
                System.out.println("accepted " + receipt.number());
            });
            if (i >= FIRST + AT_ONCE - 1) {
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }
}

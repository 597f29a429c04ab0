package org.onevisit.housing.host.fault;

import java.nio.file.Path;
import java.time.Duration;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.drill.DrillSite;
import org.onevisit.housing.view.Receipt;

/** A host in a JVM of its own, whose faulty plugin eats the memory in a call; it says what it has acknowledged, a line each. */
public final class HungryHost {
    private static final int HOUSEHOLDS = 3;
    private static final int FIRST = 40;

    private HungryHost() {}

    /** Serves on {@code folder} until there is no memory left. */
    public static void main(String[] args) throws InterruptedException {
        HousingHost host = FaultHost.builder(Path.of(args[0]), "police", 3_000)
                .weighsCalls()
                .start();
        for (int i = FIRST; i < FIRST + HOUSEHOLDS; i++) {
            Receipt receipt = DrillSite.submitted(
                            host,
                            host.approvalsFor(DrillSite.CLERK),
                            DrillSite.household(host, host.approvalsFor(DrillSite.CLERK), 5, i)
                                    .json(),
                            "hungry-" + i)
                    .orElseThrow();
            host.approvalsFor(DrillSite.CLERK).accept(receipt.number());
            System.out.println("accepted " + receipt.number());
        }
        Thread.sleep(Duration.ofMinutes(2).toMillis());
    }
}

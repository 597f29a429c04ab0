package org.onevisit.housing.host.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.onevisit.housing.host.drill.DrillSite;
import org.onevisit.housing.model.ApplicationNumber;

/** Faults of a channel that fetches applications which another system laid down. */
final class ChannelCollectFaults implements Column {
    private static final String LAID_IN = "housing.fault.handin.json";
    private static final String NUMBER = "housing.fault.handin.number";
    private static final int FIRST = 5_000;
    private static final int AGENCIES = 8;
    private final ChannelFaults channel;
    private final FaultHost site;
    private int households = FIRST;

    ChannelCollectFaults(ChannelFaults channel) {
        this.channel = channel;
        site = channel.site();
    }

    @Override
    public Cell observe(Fault fault) {
        if (fault == Fault.BLOCKS_IN_ACTIVATE || fault == Fault.BLOCKS_IN_DEACTIVATE || fault == Fault.EXITS) {
            return Cell.none("of the bundle: as above");
        }
        site.ear().forget();
        System.clearProperty(NUMBER);
        boolean answers = fault == Fault.LEAKS_THREADS || fault == Fault.UNREGISTERS_IN_A_CALL;
        try {
            site.on("handin", fault);
            String json = DrillSite.household(site.host(), site.clerk(), 5, households++)
                    .json();
            System.setProperty(LAID_IN, json);
            site.later();
            site.untilDue(() -> !channel.forms().isEmpty());
            if (fault == Fault.HANGS) {
                site.untilDue(() -> channel.forms().stream().anyMatch(form -> form.contains("is given up")));
            }
            if (!answers) {
                assertThat(System.getProperty(NUMBER))
                        .as("nothing was handed in")
                        .isNull();
            }
            ApplicationNumber other = site.accepted();
            site.until(() -> site.findings(other, FaultHost.SIMULATED) == AGENCIES);
            String said = channel.said();
            site.off();
            if (fault == Fault.UNREGISTERS_IN_A_CALL) {
                channel.replace();
            }
            site.untilDue(() -> {
                site.later();
                return System.getProperty(NUMBER) != null;
            });
            return new Cell(
                    said,
                    answers
                            ? "is handed in"
                            : "is not handed in and stays where it lies; handed in when the fault was gone",
                    "another application was received at the window, accepted and answered by 8 of 8 simulated agencies");
        } finally {
            site.off();
        }
    }

    @Override
    public void close() {
        System.clearProperty(LAID_IN);
    }
}

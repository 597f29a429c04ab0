package org.onevisit.housing.host.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.onevisit.housing.model.ApplicationNumber;

/** Faults of an intake channel: the citywide window's, to which papers are handed. */
final class ChannelFaults extends PluginColumn {
    private static final String NAME = "test.faulty-channel";
    private static final int AGENCIES = 8;

    ChannelFaults(FaultHost site) {
        super(site, "channel", NAME, FaultyChannel.class);
    }

    private long delivered(ApplicationNumber number) {
        return site().journal(number).stream()
                .filter(entry -> entry.type().equals("PAPER_DELIVERED"))
                .filter(entry -> entry.stamp().equals(stamp()))
                .count();
    }

    private boolean postponed(ApplicationNumber number) {
        return site().journal(number).stream().anyMatch(entry -> entry.type().equals("PAPER_POSTPONED"));
    }

    private void checked(ApplicationNumber number) {
        site().until(() -> site().findings(number, FaultHost.SIMULATED) == AGENCIES);
    }

    @Override
    String served() {
        ApplicationNumber hit = site().accepted();
        site().untilDue(() -> delivered(hit) > 0);
        checked(hit);
        return "has its papers, goes on";
    }

    @Override
    Cell called(Fault fault) {
        if (fault == Fault.TEN_MEGABYTES) {
            return Cell.none("a delivery is one of three words");
        }
        on(fault);
        ApplicationNumber hit = site().accepted();
        checked(hit);
        if (fault == Fault.LEAKS_THREADS) {
            site().untilDue(() -> delivered(hit) > 0);
            String said = said();
            site().off();
            return new Cell(said, "has its papers, goes on", "8 of 8 simulated agencies answered");
        }
        if (fault == Fault.UNREGISTERS_IN_A_CALL) {
            site().untilDue(() -> !site().ear().forms(NAME).isEmpty());
            String said = said();
            site().off();
            replace();
            served();
            return new Cell(
                    said,
                    "its papers wait for the channel; the application goes on",
                    "8 of 8 simulated agencies answered");
        }
        site().untilDue(() -> postponed(hit));
        String said = said();
        assertThat(delivered(hit)).isZero();
        site().off();
        site().untilDue(() -> {
            site().later();
            return delivered(hit) > 0;
        });
        return new Cell(
                said,
                "goes on without its paper: PAPER_POSTPONED; handed over when the fault was gone",
                "8 of 8 simulated agencies answered");
    }
}

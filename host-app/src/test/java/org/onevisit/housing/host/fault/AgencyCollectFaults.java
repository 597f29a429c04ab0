package org.onevisit.housing.host.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.SlotView;

/** Faults while late answers are fetched: the police promise theirs for later, eight other agencies answer at once. */
final class AgencyCollectFaults implements Column {
    private static final String LATER = "housing.fault.collect.later";
    private static final String NAME = AgencyFaults.NAME;
    private static final int HEALTHY = 8;
    private final AgencyFaults agency;
    private final FaultHost site;

    AgencyCollectFaults(AgencyFaults agency) {
        this.agency = agency;
        site = agency.site();
        System.setProperty(LATER, "true");
    }

    /** One for which the police have promised an answer. */
    private ApplicationNumber promised() {
        ApplicationNumber number = site.accepted();
        site.until(() -> site.findings(number, FaultHost.SIMULATED) == HEALTHY
                && site.slot(number, AgencyFaults.CHECK).calls() > 0);
        return number;
    }

    private void finished(ApplicationNumber number) {
        site.until(() -> {
            if (site.clerk().find(number).step() == Step.CHECKING) {
                site.later();
            }
            return site.clerk().find(number).step() == Step.REVIEWING;
        });
        assertThat(site.findings(number, NAME)).as("each finding once").isEqualTo(1);
    }

    @Override
    public Cell observe(Fault fault) {
        if (fault == Fault.BLOCKS_IN_ACTIVATE || fault == Fault.BLOCKS_IN_DEACTIVATE || fault == Fault.EXITS) {
            return Cell.none("of the bundle: as above");
        }
        site.ear().forget();
        boolean answers = fault == Fault.LEAKS_THREADS || fault == Fault.UNREGISTERS_IN_A_CALL;
        try {
            ApplicationNumber hit = promised();
            site.on("collect", fault);
            site.later();
            site.untilDue(() -> !agency.forms().isEmpty());
            if (fault == Fault.HANGS) {
                site.untilDue(() -> agency.forms().stream().anyMatch(form -> form.contains("is given up")));
            }
            String waits = answers ? "" : waits(hit);
            Optional<ApplicationNumber> other =
                    fault == Fault.UNREGISTERS_IN_A_CALL ? Optional.empty() : Optional.of(promised());
            String said = agency.said();
            site.off();
            if (fault == Fault.UNREGISTERS_IN_A_CALL) {
                assertThat(site.clerk().find(hit).step()).isEqualTo(Step.REVIEWING);
                agency.replace();
            } else {
                finished(hit);
            }
            other.ifPresent(this::finished);
            return new Cell(
                    said,
                    answers
                            ? "its late answer is fetched, goes on"
                            : waits + "; its answer was fetched when the fault was gone",
                    "8 of 8 other agencies answered, about another application too");
        } finally {
            site.off();
        }
    }

    private String waits(ApplicationNumber number) {
        SlotView slot = site.slot(number, AgencyFaults.CHECK);
        assertThat(slot.status()).isNotEqualTo(SlotView.Status.ANSWERED);
        assertThat(site.clerk().find(number).step()).isEqualTo(Step.CHECKING);
        return "waits: slot " + slot.status();
    }

    @Override
    public void close() {
        System.clearProperty(LATER);
    }
}

package org.onevisit.housing.host.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.SlotView;

/** Faults of an agency's check: the police's, beside eight healthy agencies. */
final class AgencyFaults extends PluginColumn {
    static final String NAME = "test.faulty-agency";
    static final String CHECK = "police";
    private static final int HEALTHY = 8;

    AgencyFaults(FaultHost site) {
        super(site, "check", NAME, FaultyAgency.class);
    }

    @Override
    Cell called(Fault fault) {
        return switch (fault) {
            case LEAKS_THREADS -> leaking();
            case UNREGISTERS_IN_A_CALL -> unregistering();
            default -> failing(fault);
        };
    }

    private void othersGoOn(ApplicationNumber... numbers) {
        for (ApplicationNumber number : numbers) {
            site().until(() -> site().findings(number, FaultHost.SIMULATED) == HEALTHY);
        }
    }

    private void finished(ApplicationNumber number) {
        site().until(() -> {
            if (site().clerk().find(number).step() == Step.CHECKING) {
                site().later();
            }
            return site().clerk().find(number).step() == Step.REVIEWING;
        });
        assertThat(site().slot(number, CHECK).status()).isEqualTo(SlotView.Status.ANSWERED);
        assertThat(site().findings(number, NAME)).as("each finding once").isEqualTo(1);
    }

    private Cell failing(Fault fault) {
        long failedBefore = site().figures(stamp()).failed();
        on(fault);
        ApplicationNumber hit = site().accepted();
        ApplicationNumber other = site().accepted();
        othersGoOn(hit, other);
        site().untilDue(() -> site().figures(stamp()).failed() > failedBefore
                || !site().ear().forms("is given up").isEmpty());
        site().untilDue(() -> site().slot(hit, CHECK).calls() > 0);
        String failure = site().figures(stamp()).lastFailure();
        String waits = waits(hit);
        String said = said();
        assertThat(site().plugins(NAME)).contains("ACTIVE");
        site().off();
        site().later();
        finished(hit);
        finished(other);
        return new Cell(
                said + (failure.isEmpty() ? "" : "; figures of the plugin: " + failure),
                waits + "; finished when the fault was gone",
                "8 of 8 other agencies answered, about another application too");
    }

    private String waits(ApplicationNumber number) {
        SlotView slot = site().slot(number, CHECK);
        assertThat(slot.status()).isEqualTo(SlotView.Status.OPEN);
        assertThat(site().clerk().find(number).step()).isEqualTo(Step.CHECKING);
        return "waits: slot " + slot.status() + ", 「" + slot.cause().orElse("") + "」";
    }

    private Cell leaking() {
        on(Fault.LEAKS_THREADS);
        ApplicationNumber hit = site().accepted();
        othersGoOn(hit);
        finished(hit);
        String said = said();
        site().off();
        assertThat(said).contains("starts a thread");
        return new Cell(said + "; `jvm_threads` rises", "is answered and goes on", "8 of 8 other agencies answered");
    }

    private Cell unregistering() {
        on(Fault.UNREGISTERS_IN_A_CALL);
        ApplicationNumber hit = site().accepted();
        othersGoOn(hit);
        finished(hit);
        site().off();
        String missing = String.join("; ", site().host().missing());
        assertThat(missing).contains(CHECK);
        ApplicationNumber next = site().accepted();
        othersGoOn(next);
        site().until(() -> site().slot(next, CHECK).cause().isPresent());
        String waits = waits(next);
        String said = said();
        replace();
        finished(next);
        return new Cell(
                said + "; missing: " + missing,
                "its answer counts; the next one " + waits + "; finished when a version was there again",
                "8 of 8 other agencies answered");
    }

    @Override
    String served() {
        ApplicationNumber hit = site().accepted();
        othersGoOn(hit);
        finished(hit);
        assertThat(site().journal(hit)).filteredOn("type", "FINDING_RECEIVED").anyMatch(entry -> entry.stamp()
                .equals(stamp()));
        return "is answered, goes on";
    }
}

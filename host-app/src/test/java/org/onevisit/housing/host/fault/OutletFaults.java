package org.onevisit.housing.host.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.onevisit.housing.host.drill.Offices;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Step;

/** Faults of an outlet: the one that the pack names, beside nobody. */
final class OutletFaults extends PluginColumn {
    private static final String NAME = "test.faulty-outlet";
    private static final int AGENCIES = 8;
    private final AutoCloseable following;

    OutletFaults(FaultHost site) {
        super(site, "outlet", NAME, FaultyOutlet.class);
        Offices offices =
                new Offices(site().host(), number -> site().clerk().find(number).routedTo());
        following = site().host().follow("faults", offices);
    }

    /** An application of which a notice is to be shown. */
    private ApplicationNumber decided() {
        while (true) {
            ApplicationNumber number = site().accepted();
            site().untilDue(() -> {
                Step step = site().clerk().find(number).step();
                return step == Step.POSTING || step == Step.NOTICE_OPEN || !step.isOpen();
            });
            if (site().clerk().find(number).step().isOpen()) {
                return number;
            }
        }
    }

    private void shown(ApplicationNumber number) {
        site().untilDue(() -> {
            if (site().clerk().find(number).step() == Step.POSTING) {
                site().later();
            }
            return site().clerk().find(number).step() == Step.NOTICE_OPEN;
        });
    }

    /** An application that may have come as far as its notice while the fault was there: what is said of it belongs to that fault. */
    private void settled(ApplicationNumber number) {
        site().untilDue(() -> {
            Step step = site().clerk().find(number).step();
            if (step == Step.POSTING) {
                site().later();
            }
            return step == Step.NOTICE_OPEN || !step.isOpen();
        });
    }

    @Override
    String served() {
        ApplicationNumber hit = decided();
        shown(hit);
        return "its notice is shown";
    }

    @Override
    Cell called(Fault fault) {
        if (fault == Fault.TEN_MEGABYTES || fault == Fault.WRONG_ANSWER) {
            return misnamed(fault);
        }
        on(fault);
        ApplicationNumber hit = decided();
        boolean answers = fault == Fault.LEAKS_THREADS || fault == Fault.UNREGISTERS_IN_A_CALL;
        site().untilDue(() -> !site().ear().forms(NAME).isEmpty());
        if (answers) {
            String said = said();
            site().off();
            if (fault == Fault.UNREGISTERS_IN_A_CALL) {
                replace();
            }
            shown(hit);
            return new Cell(said, served(), "8 of 8 simulated agencies answered");
        }
        site().untilDue(() ->
                site().journal(hit).stream().anyMatch(entry -> entry.type().equals("POSTING_POSTPONED")));
        assertThat(site().clerk().find(hit).step()).isEqualTo(Step.POSTING);
        ApplicationNumber other = site().accepted();
        site().until(() -> site().findings(other, FaultHost.SIMULATED) == AGENCIES);
        String said = said();
        site().off();
        shown(hit);
        settled(other);
        return new Cell(
                said,
                "waits: step POSTING, POSTING_POSTPONED; its notice was shown when the fault was gone",
                "another application was received, accepted and answered by 8 of 8 simulated agencies");
    }

    /** All that an outlet answers is its code, when it arrives: a version that has none is not used. */
    private Cell misnamed(Fault fault) {
        on(fault);
        replace();
        String said = said();
        assertThat(said).contains("is not used");
        ApplicationNumber hit = decided();
        site().untilDue(() ->
                site().journal(hit).stream().anyMatch(entry -> entry.type().equals("POSTING_POSTPONED"))
                        || site().clerk().find(hit).step() == Step.NOTICE_OPEN);
        Step step = site().clerk().find(hit).step();
        site().off();
        replace();
        shown(hit);
        return new Cell(
                said,
                step == Step.NOTICE_OPEN
                        ? "its notice is shown by the outlet of that code that serves besides"
                        : "waits: step POSTING; its notice was shown when a version with a code was there",
                "8 of 8 simulated agencies answered");
    }

    @Override
    public void close() {
        try {
            following.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        super.close();
    }
}

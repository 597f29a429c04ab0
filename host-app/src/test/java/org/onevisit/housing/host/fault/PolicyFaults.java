package org.onevisit.housing.host.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Blame;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Step;

/** Faults of a policy source: its edition judges who is eligible. */
final class PolicyFaults extends PluginColumn {
    private static final String NAME = "test.faulty-policy";
    private static final int AGENCIES = 8;

    PolicyFaults(FaultHost site) {
        super(site, "policy", NAME, FaultyPolicy.class);
    }

    private ApplicationNumber checked() {
        ApplicationNumber number = site().accepted();
        site().until(() -> site().findings(number, FaultHost.SIMULATED) == AGENCIES);
        return number;
    }

    @Override
    String served() {
        ApplicationNumber hit = checked();
        site().until(() -> judged(hit));
        return "is judged, goes on";
    }

    @Override
    Cell called(Fault fault) {
        on(fault);
        ApplicationNumber hit = checked();
        if (fault == Fault.LEAKS_THREADS || fault == Fault.UNREGISTERS_IN_A_CALL) {
            site().until(() -> site().clerk().find(hit).step() == Step.REVIEWING);
            String said = said();
            site().off();
            if (fault == Fault.UNREGISTERS_IN_A_CALL) {
                replace();
            }
            return new Cell(said, served(), "8 of 8 simulated agencies answered");
        }
        assertThat(site().clerk().find(hit).verdict()).isEqualTo(Met.UNKNOWN);
        HousingException seen = catchThrowableOfType(
                HousingException.class, () -> site().clerk().explanation(hit));
        assertThat(seen).isNotNull();
        assertThat(seen.code().blame()).isEqualTo(Blame.MODULE);
        ApplicationNumber other = checked();
        String said = String.join("; ", site().ear().policies());
        assertThat(said).isNotEmpty();
        site().off();
        site().until(() -> judged(hit) && judged(other));
        return new Cell(
                said + "; " + seen.code() + ", blame " + seen.code().blame(),
                "its verdict is UNKNOWN, asked why: 「" + seen.getMessage() + "」; judged when the fault was gone",
                "another application was received, accepted and answered by 8 of 8 simulated agencies");
    }

    private boolean judged(ApplicationNumber number) {
        site().host().runDue();
        return site().clerk().find(number).step() == Step.REVIEWING
                && site().clerk().find(number).verdict() != Met.UNKNOWN;
    }
}

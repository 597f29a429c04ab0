package org.onevisit.housing.host.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Blame;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Step;

/** Faults of the other parts of an edition: what is paid, and what is shown in public. */
final class PartFaults implements Column {
    private static final Set<Fault> OF_THE_BUNDLE =
            EnumSet.of(Fault.BLOCKS_IN_ACTIVATE, Fault.BLOCKS_IN_DEACTIVATE, Fault.EXITS);
    private static final Set<Fault> ANSWERS = EnumSet.of(Fault.LEAKS_THREADS, Fault.UNREGISTERS_IN_A_CALL);
    private static final int AGENCIES = 8;
    private static final String OTHERS =
            "another application was received, accepted and answered by 8 of 8 simulated agencies";
    private static final int TRIES = 30;
    private final PolicyFaults policy;
    private final FaultHost site;
    private final FaultOffice office;
    private final String kind;

    /** Faults of this part of the edition that the faulty policy brings. */
    PartFaults(PolicyFaults policy, String kind) {
        this.policy = policy;
        site = policy.site();
        office = new FaultOffice(site);
        this.kind = kind;
    }

    @Override
    public Cell observe(Fault fault) {
        if (OF_THE_BUNDLE.contains(fault)) {
            return Cell.none("of the bundle: as above");
        }
        site.ear().forget();
        try {
            if (ANSWERS.contains(fault)) {
                return answers(fault);
            }
            return kind.equals("assistance") ? unpaid(fault) : unshown(fault);
        } finally {
            site.off();
        }
    }

    private ApplicationNumber answered() {
        ApplicationNumber number = site.accepted();
        site.untilDue(() -> site.clerk().find(number).step() == Step.REVIEWING);
        assertThat(site.findings(number, FaultHost.SIMULATED)).isEqualTo(AGENCIES);
        return number;
    }

    private void others() {
        ApplicationNumber other = site.accepted();
        site.until(() -> site.findings(other, FaultHost.SIMULATED) == AGENCIES);
    }

    /** It answers, and does besides what it must not: the answer counts. */
    private Cell answers(Fault fault) {
        policy.replace();
        ApplicationNumber hit = kind.equals("assistance") ? paid() : decided();
        site.on(kind, fault);
        if (kind.equals("assistance")) {
            assertThat(site.clerk().explanation(hit).calculation()).isPresent();
        } else {
            office.vote(hit, "civil-affairs");
            assertThat(site.clerk().find(hit).step()).isNotEqualTo(Step.VOTING);
        }
        others();
        site.untilDue(() -> !policy.forms().isEmpty());
        String said = policy.said();
        site.off();
        if (fault == Fault.UNREGISTERS_IN_A_CALL) {
            policy.replace();
        }
        assertThat(site.clerk().find(hit).verdict()).isEqualTo(Met.MET);
        return new Cell(
                said,
                kind.equals("assistance")
                        ? "what it is paid is calculated, goes on"
                        : "is approved, and its notice is made ready",
                OTHERS);
    }

    /** An application of a household that would be paid: its verdict is not "not met", and money is applied for. */
    private ApplicationNumber paid() {
        for (int i = 0; i < TRIES; i++) {
            ApplicationNumber number = answered();
            if (site.clerk().explanation(number).calculation().isPresent()
                    && site.clerk().find(number).verdict() == Met.MET) {
                return number;
            }
        }
        throw new AssertionError("no household that would be paid");
    }

    /** An application that is approved by the next vote. */
    private ApplicationNumber decided() {
        ApplicationNumber number = office.eligible();
        office.endorse(number);
        office.vote(number, "housing");
        return number;
    }

    private Cell unpaid(Fault fault) {
        ApplicationNumber hit = paid();
        site.on(kind, fault);
        HousingException seen =
                catchThrowableOfType(HousingException.class, () -> site.clerk().explanation(hit));
        assertThat(seen).isNotNull();
        assertThat(seen.code().blame()).isEqualTo(Blame.MODULE);
        assertThat(site.clerk().find(hit).verdict()).isEqualTo(Met.UNKNOWN);
        others();
        String said = said();
        site.off();
        site.untilDue(() -> site.clerk().find(hit).verdict() != Met.UNKNOWN);
        return new Cell(
                said + "; " + seen.code() + ", blame " + seen.code().blame(),
                "its verdict is UNKNOWN, asked why: 「" + seen.getMessage() + "」; judged when the fault was gone",
                OTHERS);
    }

    private Cell unshown(Fault fault) {
        ApplicationNumber hit = decided();
        site.on(kind, fault);
        HousingException seen = catchThrowableOfType(HousingException.class, () -> office.vote(hit, "civil-affairs"));
        assertThat(seen).isNotNull();
        assertThat(seen.code().blame()).isEqualTo(Blame.MODULE);
        assertThat(site.clerk().find(hit).step()).isEqualTo(Step.VOTING);
        others();
        String said = said();
        site.off();
        site.until(() -> voted(hit));
        return new Cell(
                said + "; " + seen.code() + ", blame " + seen.code().blame(),
                "the vote that would approve it is refused and not counted: 「" + seen.getMessage()
                        + "」; it counted when the fault was gone",
                OTHERS);
    }

    /** The vote counts as soon as the plugin has come back. */
    private boolean voted(ApplicationNumber number) {
        Optional<HousingException> refused = Optional.ofNullable(
                catchThrowableOfType(HousingException.class, () -> office.vote(number, "civil-affairs")));
        return refused.isEmpty() && site.clerk().find(number).step() != Step.VOTING;
    }

    private String said() {
        String said = String.join("; ", site.ear().policies());
        assertThat(said).isNotEmpty();
        return said;
    }

    @Override
    public void close() {
        site.off();
    }
}

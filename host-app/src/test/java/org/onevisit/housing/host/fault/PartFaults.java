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
    private static final Set<Fault> IN_A_CALL =
            EnumSet.of(Fault.THROWS, Fault.HANGS, Fault.SLOW, Fault.WRONG_ANSWER, Fault.TEN_MEGABYTES);
    private static final int AGENCIES = 8;
    private static final int TRIES = 30;
    private final FaultHost site;
    private final FaultOffice office;
    private final String kind;

    /** Faults of this part of the edition that the faulty policy brings. */
    PartFaults(PolicyFaults policy, String kind) {
        site = policy.site();
        office = new FaultOffice(site);
        this.kind = kind;
    }

    @Override
    public Cell observe(Fault fault) {
        if (!IN_A_CALL.contains(fault)) {
            return Cell.none("as of the judgement above: one edition, one bundle, one lease");
        }
        site.ear().forget();
        try {
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

    /** A household that would be paid: its verdict is not "not met", and money is applied for. */
    private Cell unpaid(Fault fault) {
        for (int i = 0; i < TRIES; i++) {
            ApplicationNumber hit = answered();
            if (site.clerk().explanation(hit).calculation().isPresent()) {
                site.on(kind, fault);
                HousingException seen = catchThrowableOfType(
                        HousingException.class, () -> site.clerk().explanation(hit));
                assertThat(seen).isNotNull();
                assertThat(seen.code().blame()).isEqualTo(Blame.MODULE);
                assertThat(site.clerk().find(hit).verdict()).isEqualTo(Met.UNKNOWN);
                others();
                String said = said();
                site.off();
                site.untilDue(() -> site.clerk().find(hit).verdict() != Met.UNKNOWN);
                return new Cell(
                        said + "; " + seen.code() + ", blame " + seen.code().blame(),
                        "its verdict is UNKNOWN, asked why: 「" + seen.getMessage()
                                + "」; judged when the fault was gone",
                        "another application was received, accepted and answered by 8 of 8 simulated agencies");
            }
        }
        throw new AssertionError("no household that would be paid");
    }

    private Cell unshown(Fault fault) {
        for (int i = 0; i < TRIES; i++) {
            ApplicationNumber hit = answered();
            if (site.clerk().find(hit).verdict() == Met.MET) {
                office.endorse(hit);
                office.vote(hit, "housing");
                site.on(kind, fault);
                HousingException seen =
                        catchThrowableOfType(HousingException.class, () -> office.vote(hit, "civil-affairs"));
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
                        "another application was received, accepted and answered by 8 of 8 simulated agencies");
            }
        }
        throw new AssertionError("no household that is eligible");
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

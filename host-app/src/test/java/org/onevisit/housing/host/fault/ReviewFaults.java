package org.onevisit.housing.host.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.AwardView;

/** Faults of an edition's annual review, in a host of its own that runs for more than a year: an anniversary for each fault. */
final class ReviewFaults implements Column {
    private static final Set<Fault> ANSWERS = EnumSet.of(Fault.LEAKS_THREADS, Fault.UNREGISTERS_IN_A_CALL);
    private static final Set<Fault> OF_THE_BUNDLE =
            EnumSet.of(Fault.BLOCKS_IN_ACTIVATE, Fault.BLOCKS_IN_DEACTIVATE, Fault.EXITS);
    private static final int IN_A_CALL = 7;
    private static final int MILLIS = 1_000;
    private static final int AGENCIES = 9;
    private static final Duration MONTH = Duration.ofDays(31);
    private static final String OTHERS =
            "another application was received, accepted, answered by 9 of 9 agencies and judged by the same plugin";
    private final FaultHost site;
    private final Reviews reviews;
    private final PolicyFaults policy;
    private final Deque<ApplicationNumber> awards = new ArrayDeque<>();

    /** Approves a household for each fault, a month after the other. */
    ReviewFaults(Path folder) {
        site = new FaultHost(
                folder, "", builder -> builder.configure(FaultHost.CORE, Map.of("answerWithinMillis", MILLIS)));
        reviews = new Reviews(site);
        for (int i = 0; i < IN_A_CALL; i++) {
            awards.add(reviews.approved());
            site.later(MONTH);
        }
        site.ear().forget();
        policy = new PolicyFaults(site);
    }

    @Override
    public Cell observe(Fault fault) {
        if (OF_THE_BUNDLE.contains(fault)) {
            return Cell.none("of the bundle: as above");
        }
        ApplicationNumber hit = awards.remove();
        reviews.file(hit);
        try {
            return ANSWERS.contains(fault) ? answers(fault, hit) : fails(fault, hit);
        } finally {
            site.off();
        }
    }

    /** It answers, and does besides what it must not: the answer counts. */
    private Cell answers(Fault fault, ApplicationNumber hit) {
        policy.replace();
        site.ear().forget();
        site.on("review", fault);
        reviews.toTheAnniversary(hit);
        reviews.judged(hit);
        String said = policy.said();
        site.off();
        if (fault == Fault.UNREGISTERS_IN_A_CALL) {
            policy.replace();
        }
        othersAreJudged();
        return new Cell(said, "its review is judged, once; its award goes on as judged", OTHERS);
    }

    private Cell fails(Fault fault, ApplicationNumber hit) {
        AwardView before = reviews.award(hit);
        site.ear().forget();
        site.on("review", fault);
        reviews.toTheAnniversary(hit);
        site.untilDue(() -> !site.ear().forms(hit.toString()).isEmpty());
        othersAreJudged();
        site.host().runDue();
        assertThat(reviews.award(hit)).as("the award goes on as it is").isEqualTo(before);
        assertThat(before.state()).isEqualTo(AwardView.State.ACTIVE);
        assertThat(before.reviews()).singleElement().satisfies(review -> assertThat(review.outcome())
                .isEmpty());
        String said = said(hit);
        site.off();
        reviews.judged(hit);
        return new Cell(
                said,
                "its award goes on as it is: ACTIVE, paid the same, its review open; judged, once, when the fault was gone",
                OTHERS);
    }

    private void othersAreJudged() {
        ApplicationNumber other = site.accepted();
        site.untilDue(() -> site.clerk().find(other).step() == Step.REVIEWING);
        assertThat(site.findings(other, FaultHost.SIMULATED)).isEqualTo(AGENCIES);
        assertThat(site.clerk().explanation(other).judgement().criteria()).isNotEmpty();
    }

    private String said(ApplicationNumber number) {
        List<String> policies = site.ear().policies();
        assertThat(policies).isNotEmpty();
        return String.join(
                "; ",
                Stream.concat(policies.stream(), site.ear().forms(number.toString()).stream())
                        .distinct()
                        .toList());
    }

    @Override
    public void close() {
        site.close();
    }
}

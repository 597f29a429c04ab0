package org.onevisit.housing.host.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.onevisit.housing.host.drill.DrillSite;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Assistance;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.spi.review.ReviewResult.ReviewOutcome;
import org.onevisit.housing.view.AwardView;
import org.onevisit.housing.view.SlotView;

/** Faults of an edition's annual review, in a host of its own that runs for more than a year: an anniversary for each fault. */
final class ReviewFaults implements Column {
    private static final Set<Fault> IN_A_CALL =
            EnumSet.of(Fault.THROWS, Fault.HANGS, Fault.SLOW, Fault.WRONG_ANSWER, Fault.TEN_MEGABYTES);
    private static final int MILLIS = 1_000;
    private static final int AGENCIES = 9;
    private static final int TRIES = 40;
    private static final int OPEN_DAYS = 20; // before the anniversary; a review opens 30 days before
    private static final Duration MONTH = Duration.ofDays(31);
    private final FaultHost site;
    private final FaultOffice office;
    private final Deque<ApplicationNumber> awards = new ArrayDeque<>();

    /** Approves a household for each fault, a month after the other. */
    ReviewFaults(Path folder) {
        site = new FaultHost(
                folder, "", builder -> builder.configure(FaultHost.CORE, Map.of("answerWithinMillis", MILLIS)));
        office = new FaultOffice(site);
        for (Fault ignored : IN_A_CALL) {
            awards.add(approved());
            site.later(MONTH);
        }
        site.ear().forget();
        new PolicyFaults(site);
    }

    private ApplicationNumber approved() {
        for (int i = 0; i < TRIES; i++) {
            ApplicationNumber number = office.eligible();
            Application application = site.clerk().find(number).application();
            if (application.assistance() == Assistance.RENT_SUBSIDY && !growsUp(application)) {
                office.decide(number);
                site.untilDue(() -> {
                    if (site.clerk().find(number).step() == Step.NOTICE_OPEN) {
                        site.later(Duration.ofDays(1));
                    }
                    return site.clerk().find(number).step() == Step.APPROVED;
                });
                return number;
            }
        }
        throw new AssertionError("no household that is paid and has no child that grows up");
    }

    /** Does a member come of age before the review? Who signed for them may then no longer. */
    private boolean growsUp(Application application) {
        LocalDate today = site.host().today();
        return application.household().members().stream()
                .anyMatch(member -> member.isMinorOn(today) != member.isMinorOn(today.plusYears(2)));
    }

    private AwardView award(ApplicationNumber number) {
        return site.host().awardsFor(DrillSite.CLERK).find(number);
    }

    private void to(LocalDate day) {
        site.later(Duration.between(
                site.host().clock().instant(),
                day.atTime(9, 0).atZone(WorkCalendar.ZONE).toInstant()));
    }

    /** An award whose household has filed its review, and whose agencies have all answered anew. */
    private ApplicationNumber filed() {
        ApplicationNumber number = awards.remove();
        to(award(number).nextAnniversary().orElseThrow().minusDays(OPEN_DAYS));
        site.untilDue(() -> !award(number).reviews().isEmpty());
        List<Authorisation> signed = site.clerk().find(number).application().authorisations().stream()
                .map(a -> new Authorisation(
                        a.member(), a.purpose(), a.signedBy(), site.host().today(), a.document()))
                .toList();
        site.host().awardsFor(DrillSite.CLERK).perform(number, new Command.FileReview(signed));
        site.untilDue(() ->
                site.clerk().find(number).slots().stream().allMatch(slot -> slot.status() == SlotView.Status.ANSWERED));
        return number;
    }

    @Override
    public Cell observe(Fault fault) {
        if (!IN_A_CALL.contains(fault)) {
            return Cell.none("as of the judgement above: one edition, one bundle, one lease");
        }
        ApplicationNumber hit = filed();
        AwardView before = award(hit);
        site.ear().forget();
        try {
            site.on("review", fault);
            to(before.nextAnniversary().orElseThrow());
            site.untilDue(() -> !site.ear().forms(hit.toString()).isEmpty());
            othersAreJudged();
            site.host().runDue();
            assertThat(award(hit)).as("the award goes on as it is").isEqualTo(before);
            assertThat(before.state()).isEqualTo(AwardView.State.ACTIVE);
            assertThat(before.reviews()).singleElement().satisfies(review -> assertThat(review.outcome())
                    .isEmpty());
            String said = said(hit);
            site.off();
            judged(hit);
            return new Cell(
                    said,
                    "its award goes on as it is: ACTIVE, paid the same, its review open; judged, once, when the fault was gone",
                    "another application was received, accepted, answered by 9 of 9 agencies and judged by the same plugin");
        } finally {
            site.off();
        }
    }

    private void othersAreJudged() {
        ApplicationNumber other = site.accepted();
        site.untilDue(() -> site.clerk().find(other).step() == Step.REVIEWING);
        assertThat(site.findings(other, FaultHost.SIMULATED)).isEqualTo(AGENCIES);
        assertThat(site.clerk().explanation(other).judgement().criteria()).isNotEmpty();
    }

    private void judged(ApplicationNumber number) {
        site.untilDue(() -> award(number).reviews().get(0).outcome().isPresent());
        AwardView.Review review = award(number).reviews().get(0);
        assertThat(review.filed()).isTrue();
        assertThat(review.outcome()).get().isNotEqualTo(ReviewOutcome.UNDECIDED);
        assertThat(site.journal(number))
                .filteredOn(entry -> entry.type().equals("REVIEW_JUDGED"))
                .hasSize(1);
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

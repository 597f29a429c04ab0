package org.onevisit.housing.host.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

/** Awards of a host that runs for more than a year, and their annual reviews. */
final class Reviews {
    private static final int TRIES = 40;
    private static final Duration OPEN = Duration.ofDays(20); // before the anniversary; a review opens 30 days before
    private final FaultHost site;
    private final FaultOffice office;

    Reviews(FaultHost site) {
        this.site = site;
        office = new FaultOffice(site);
    }

    /** An application that is approved, of a household whose next review is an ordinary one. */
    ApplicationNumber approved() {
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

    AwardView award(ApplicationNumber number) {
        return site.host().awardsFor(DrillSite.CLERK).find(number);
    }

    /** The clock goes on to nine o'clock of the award's anniversary. */
    void toTheAnniversary(ApplicationNumber number) {
        to(anniversary(number));
    }

    /** Nine o'clock of an award's next anniversary. */
    Instant anniversary(ApplicationNumber number) {
        LocalDate day = award(number).nextAnniversary().orElseThrow();
        return day.atTime(9, 0).atZone(WorkCalendar.ZONE).toInstant();
    }

    private void to(Instant there) {
        site.later(Duration.between(site.host().clock().instant(), there));
    }

    /** The household of an award files its review, and all agencies answer anew. */
    void file(ApplicationNumber number) {
        to(anniversary(number).minus(OPEN));
        site.untilDue(() -> !award(number).reviews().isEmpty());
        List<Authorisation> signed = site.clerk().find(number).application().authorisations().stream()
                .map(a -> new Authorisation(
                        a.member(), a.purpose(), a.signedBy(), site.host().today(), a.document()))
                .toList();
        site.host().awardsFor(DrillSite.CLERK).perform(number, new Command.FileReview(signed));
        site.untilDue(() ->
                site.clerk().find(number).slots().stream().allMatch(slot -> slot.status() == SlotView.Status.ANSWERED));
    }

    /** Its review is judged, once. */
    void judged(ApplicationNumber number) {
        site.untilDue(() -> award(number).reviews().get(0).outcome().isPresent());
        AwardView.Review review = award(number).reviews().get(0);
        assertThat(review.filed()).isTrue();
        assertThat(review.outcome()).get().isNotEqualTo(ReviewOutcome.UNDECIDED);
        assertThat(site.journal(number))
                .filteredOn(entry -> entry.type().equals("REVIEW_JUDGED"))
                .hasSize(1);
    }
}

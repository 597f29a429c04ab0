package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.verification.FindingInbox.DeliveryOutcome;
import org.onevisit.housing.spi.verification.Reply;
import org.onevisit.housing.view.AwardView;
import org.onevisit.housing.view.JournalEntry;
import org.onevisit.housing.view.OpenedReview;

/** A finding after the decision overwrites nothing: it opens a review of the award, or stands beside a refusal as new evidence. */
class AfterDecisionTest {
    private static final Actor SUPERVISOR = Actor.officer("supervisor", Role.SUPERVISOR, County.PINGHU);

    private static List<String> types(Journey journey) {
        return journey.county.clerk().journal(journey.number()).stream()
                .map(JournalEntry::type)
                .toList();
    }

    private static List<OpenedReview> reviews(Journey journey) {
        return journey.county.engine.supervisionFor(SUPERVISOR).reviews();
    }

    private static AwardView award(Journey journey) {
        return journey.county.engine.awardsFor(SUPERVISOR).find(journey.number());
    }

    private static Slot slot(Journey journey) {
        return journey.state().verification().slots().get("check-1");
    }

    @Test
    @DisplayName("a late first finding opens a review, with the criterion that it turns, and the supervisor sees it")
    void lateFinding() {
        Journey journey = Journey.to(Step.APPROVED);
        assertThat(reviews(journey)).isEmpty();
        assertThat(journey.agencyAnswers(1)).isEqualTo(DeliveryOutcome.LATE);
        assertThat(journey.step()).isEqualTo(Step.APPROVED);
        assertThat(award(journey).state()).isEqualTo(AwardView.State.ACTIVE);
        OpenedReview review = reviews(journey).get(0);
        assertThat(review.check()).isEqualTo("check-1");
        assertThat(review.contradicts()).isFalse();
        assertThat(review.openedOn()).isEqualTo(LocalDate.of(2025, 4, 30));
        assertThat(review.due()).isAfter(review.openedOn());
        assertThat(review.differences())
                .containsExactly(new OpenedReview.Difference("home.none", "第一条", "无房", Met.UNKNOWN, Met.NOT_MET));
        JournalEntry entry = journey.county.clerk().journal(journey.number()).stream()
                .filter(e -> e.type().equals("REVIEW_OPENED"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.outcomes()).containsExactly("check-1", "LATE", "home.none:UNKNOWN>NOT_MET");
        journey.on(review.due().toString());
        assertThat(award(journey).state()).isEqualTo(AwardView.State.ENDED);
        assertThat(reviews(journey)).isEmpty();
        assertThat(award(journey)
                        .reviews()
                        .get(0)
                        .explanation()
                        .orElseThrow()
                        .judgement()
                        .overall())
                .isEqualTo(Met.NOT_MET);
    }

    @Test
    @DisplayName("delivered again it changes nothing: no second review, no second entry")
    void deliveredTwice() {
        Journey journey = Journey.to(Step.APPROVED);
        journey.agencyAnswers(1);
        int entries = types(journey).size();
        assertThat(journey.agencyAnswers(1)).isEqualTo(DeliveryOutcome.DUPLICATE);
        assertThat(types(journey)).hasSize(entries);
    }

    /** An approved application whose agencies have all answered in time. */
    private static Journey approved() {
        Journey journey = Journey.to(Step.CHECKING);
        journey.agencyAnswers(0);
        journey.by(journey.county.reviewer(), new Command.Endorse("属实"))
                .vote(Command.Vote.Choice.APPROVE)
                .on("2025-04-30");
        assertThat(journey.step()).isEqualTo(Step.APPROVED);
        return journey;
    }

    @Test
    @DisplayName(
            "where two findings contradict the agency is asked again, and the review is judged by what it says then")
    void contradiction() {
        Journey journey = approved();
        String first = slot(journey).inquiry();
        journey.county.checks.get(0).answers(inquiry -> Reply.now(FakeCheck.homes(inquiry, 1)));
        assertThat(journey.agencyAnswers(1)).isEqualTo(DeliveryOutcome.CONTRADICTS);
        OpenedReview review = reviews(journey).get(0);
        assertThat(review.contradicts()).isTrue();
        assertThat(review.differences())
                .extracting(OpenedReview.Difference::after)
                .containsExactly(Met.NOT_MET);
        assertThat(slot(journey).inquiry()).isNotEqualTo(first);
        assertThat(slot(journey).status()).isEqualTo(Slot.Status.ANSWERED);
        assertThat(award(journey).state()).isEqualTo(AwardView.State.ACTIVE);
        journey.on(review.due().toString());
        assertThat(award(journey).state()).isEqualTo(AwardView.State.ENDED);
    }

    @Test
    @DisplayName("an agency that takes its contradiction back leaves the award as it is")
    void takenBack() {
        Journey journey = approved();
        journey.county.checks.get(0).answers(inquiry -> Reply.now(FakeCheck.homes(inquiry, 0)));
        journey.agencyAnswers(1);
        journey.on(reviews(journey).get(0).due().toString());
        assertThat(award(journey).state()).isEqualTo(AwardView.State.ACTIVE);
        assertThat(award(journey).reviews()).hasSize(1);
    }

    @Test
    @DisplayName("the same contradiction twice is recorded once, before a decision too")
    void contradictionTwice() {
        Journey journey = Journey.to(Step.CHECKING);
        journey.agencyAnswers(0);
        assertThat(journey.agencyAnswers(1)).isEqualTo(DeliveryOutcome.CONTRADICTS);
        assertThat(journey.agencyAnswers(1)).isEqualTo(DeliveryOutcome.DUPLICATE);
        assertThat(types(journey)).filteredOn("FINDING_CONTRADICTED"::equals).hasSize(1);
    }

    @Test
    @DisplayName(
            "after a refusal it is recorded once, and the progress says until when the applicant may have it reconsidered")
    void refused() {
        Journey journey = Journey.to(Step.REFUSED);
        assertThat(journey.county.clerk().progress(journey.number()).awaiting()).isEmpty();
        assertThat(journey.agencyAnswers(0)).isEqualTo(DeliveryOutcome.CONTRADICTS);
        assertThat(journey.agencyAnswers(0)).isEqualTo(DeliveryOutcome.DUPLICATE);
        assertThat(journey.county.clerk().find(journey.number()).flags()).contains("NEW_EVIDENCE");
        assertThat(journey.county
                        .engine
                        .approvalsFor(Actor.applicant("a", County.PINGHU, journey.number()))
                        .progress(journey.number())
                        .awaiting())
                .containsExactly("决定后收到新的核查结果，可在 2025-04-09 前申请复核");
        journey.on("2025-05-30");
        assertThat(journey.county.clerk().progress(journey.number()).awaiting()).containsExactly("决定后收到新的核查结果");
    }

    @Test
    @DisplayName("only supervisors see the reviews, each those of their county")
    void supervisorsOnly() {
        Journey journey = Journey.to(Step.APPROVED);
        journey.agencyAnswers(1);
        assertThatThrownBy(() -> journey.county
                        .engine
                        .supervisionFor(Actor.officer("clerk", Role.WINDOW_CLERK, County.PINGHU))
                        .reviews())
                .isInstanceOf(HousingException.class);
        Actor elsewhere = Actor.officer("other", Role.SUPERVISOR, org.onevisit.housing.model.Division.of("330424"));
        assertThat(journey.county.engine.supervisionFor(elsewhere).reviews()).isEmpty();
        assertThat(reviews(journey))
                .extracting(OpenedReview::before)
                .containsExactly(Optional.of(org.onevisit.housing.model.Money.yuan(810)));
    }
}

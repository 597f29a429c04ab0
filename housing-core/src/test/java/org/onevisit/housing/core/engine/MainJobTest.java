package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.Command.Vote.Choice;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.ApplicationView;
import org.onevisit.housing.view.AwardView;
import org.onevisit.housing.view.ClockView;
import org.onevisit.housing.view.JournalEntry;
import org.onevisit.housing.view.Receipt;

class MainJobTest {
    private final County county = County.with(9, LocalDate.of(2025, 1, 2));

    @Test
    void aHouseholdGoesFromOneVisitToADecision() {
        Receipt receipt = county.submitted();
        ApplicationNumber number = receipt.number();
        assertThat(receipt.makeGood().items()).isEmpty();
        assertThat(receipt.routedTo()).isEqualTo(County.DANGHU);
        county.clerk().accept(number);
        assertThat(county.clerk().find(number).step()).isEqualTo(Step.REVIEWING);
        assertThat(county.checks).allSatisfy(check -> assertThat(check.asked()).hasSize(1));
        county.reviewer().endorse(number, "属实");
        county.panel().vote(number, Choice.APPROVE, "");
        county.chair().vote(number, Choice.APPROVE, "");
        assertThat(county.outlet.shown()).hasSize(1);
        assertThat(county.clerk().find(number).step()).isEqualTo(Step.NOTICE_OPEN);
        county.on("2025-02-28");
        ApplicationView done = county.clerk().find(number);
        assertThat(done.step()).isEqualTo(Step.APPROVED);
        assertThat(county.outlet.shown()).isEmpty();
        assertThat(county.engine.publicDesk().progress(receipt.code(), "0014").in(Locale.CHINA))
                .isEqualTo("已通过");
        AwardView award = county.engine
                .awardsFor(Actor.officer("clerk", Role.WINDOW_CLERK, County.PINGHU))
                .find(number);
        assertThat(award.monthly()).contains(Money.yuan(810));
        assertThat(award.firstMonth()).hasToString("2025-03");
    }

    @Test
    void thePartiesDaysSumToTheTotal() {
        ApplicationNumber number = county.accepted();
        county.on("2025-01-10");
        county.reviewer().endorse(number, "属实");
        county.on("2025-01-20");
        county.panel().vote(number, Choice.APPROVE, "");
        county.chair().vote(number, Choice.APPROVE, "");
        county.on("2025-03-03");
        ClockView clock = county.clerk().clock(number);
        assertThat(clock.days().stream()
                        .mapToInt(ClockView.PartyDays::calendarDays)
                        .sum())
                .isEqualTo(60);
        assertThat(clock.days())
                .extracting(ClockView.PartyDays::party)
                .containsExactly("panel", "publicity", "subdistrict");
        assertThat(clock.days().get(2).calendarDays()).isEqualTo(8);
    }

    @Test
    void theSameHouseholdHasOneFile() {
        Receipt first = county.submitted();
        assertThatThrownBy(county::submitted).isInstanceOfSatisfying(HousingException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.MEMBER_CLAIMED);
            assertThat(e.getMessage()).contains(first.number().value()).doesNotContain("330499");
        });
        county.clerk().perform(first.number(), new Command.Withdraw("自愿"));
        assertThat(county.submitted().number()).isNotEqualTo(first.number());
    }

    @Test
    void aRequestThatIsRepeatedIsAnsweredAgain() {
        Receipt first = county.clerk().submit(county.application(), "ruoyi-4711");
        assertThat(county.clerk().submit(county.application(), "ruoyi-4711").number())
                .isEqualTo(first.number());
        county.clerk().perform(first.number(), new Command.Accept(), "k2", java.util.OptionalLong.empty());
        county.clerk().perform(first.number(), new Command.Accept(), "k2", java.util.OptionalLong.empty());
        assertThatThrownBy(() -> county.clerk()
                        .perform(first.number(), new Command.Withdraw(""), "k2", java.util.OptionalLong.empty()))
                .isInstanceOfSatisfying(
                        HousingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.KEY_REUSED));
    }

    @Test
    void whatIsMissingIsAskedForOnceAndMadeGood() {
        Receipt receipt = county.clerk().submit(county.application(Set.of(Document.HOUSEHOLD_REGISTER)), "");
        assertThat(receipt.makeGood().items()).isNotEmpty();
        assertThatThrownBy(() -> county.clerk().accept(receipt.number()))
                .isInstanceOfSatisfying(
                        HousingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.EVIDENCE_MISSING));
        county.clerk().perform(receipt.number(), new Command.RequestMakeGood());
        Document register =
                new Document("d9", Document.HOUSEHOLD_REGISTER, List.of("m1", "m2", "m3"), java.util.Optional.empty());
        county.clerk().perform(receipt.number(), new Command.MakeGood(List.of(register), List.of()));
        county.clerk().accept(receipt.number());
        assertThat(county.clerk().find(receipt.number()).step()).isEqualTo(Step.REVIEWING);
    }

    @Test
    void aSignatureThatIsGivenAfterReceiptMakesGood() {
        Application whole = county.application();
        Application unsigned = whole.toBuilder()
                .authorisations(whole.authorisations().subList(1, 3))
                .build();
        ApplicationNumber number = county.clerk().submit(unsigned, "").number();
        county.clerk().perform(number, new Command.RequestMakeGood());
        county.on("2025-01-06");
        Authorisation given = whole.authorisations().get(0);
        Authorisation signed = new Authorisation(
                given.member(), given.purpose(), given.signedBy(), LocalDate.of(2025, 1, 6), given.document());
        ApplicationView after = county.clerk().perform(number, new Command.MakeGood(List.of(), List.of(signed)));
        assertThat(after.makeGood().items()).isEmpty();
        county.clerk().accept(number);
    }

    @Test
    void aWindowThatKeepsSilentHasAccepted() {
        Receipt receipt = county.submitted();
        county.on("2025-01-10");
        ApplicationView view = county.clerk().find(receipt.number());
        assertThat(view.step()).isEqualTo(Step.REVIEWING);
        assertThat(view.flags()).contains("DEEMED_ACCEPTED");
        assertThat(county.clerk().clock(receipt.number()).acceptedOn()).contains(LocalDate.of(2025, 1, 2));
    }

    @Test
    void whoHasNoRoleIsRefused() {
        Receipt receipt = county.submitted();
        assertThatThrownBy(() -> county.reviewer().accept(receipt.number()))
                .isInstanceOfSatisfying(
                        HousingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN));
        assertThatThrownBy(() -> county.officer(1).find(receipt.number()))
                .isInstanceOfSatisfying(
                        HousingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN));
    }

    @Test
    void theJournalIsAChain() {
        ApplicationNumber number = county.accepted();
        List<JournalEntry> journal = county.clerk().journal(number);
        assertThat(journal).extracting(JournalEntry::type).startsWith("SUBMITTED", "ACCEPTED", "SLOTS_OPENED");
        assertThat(journal)
                .extracting(JournalEntry::type)
                .contains("INQUIRY_SENT", "FINDING_RECEIVED", "CHECKS_SETTLED");
        var rows = county.store.events(number, 0);
        for (int i = 1; i < rows.size(); i++) {
            assertThat(rows.get(i).previous()).isEqualTo(rows.get(i - 1).hash());
        }
    }

    @Test
    @DisplayName(
            "a submission without its moment of receipt may be handed in again later under its key: it is the one that is there")
    void repeatsLaterUnderItsKey() {
        String json = new org.onevisit.housing.core.submission.SubmissionWriter()
                .write(county.application())
                .replaceAll(",?\\s*\"receivedAt\":\"[^\"]*\"", "");
        assertThat(json).doesNotContain("receivedAt");
        Receipt first = county.clerk().submit(county.clerk().readSubmission(json), "ruoyi-4711");
        county.on("2025-01-03");
        Receipt again = county.clerk().submit(county.clerk().readSubmission(json), "ruoyi-4711");
        assertThat(again.number()).isEqualTo(first.number());
        assertThat(again.code()).isEqualTo(first.code());
        Application other = county.application(Set.of(Document.ID_CARD));
        assertThatThrownBy(() -> county.clerk().submit(other, "ruoyi-4711"))
                .isInstanceOfSatisfying(
                        HousingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.KEY_REUSED));
    }
}

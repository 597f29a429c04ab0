package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.MoreExecutors;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.core.calendar.FakeCalendar;
import org.onevisit.housing.core.state.Days;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.Command.Vote.Choice;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.verification.Reply;
import org.onevisit.housing.testkit.store.InMemoryStore;
import org.onevisit.housing.view.JournalEntry;

class CalendarAmendmentTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);
    private final FakeFailingStore failing = new FakeFailingStore(new InMemoryStore());

    private static List<JournalEntry> moves(County county, ApplicationNumber number) {
        return county.supervisor().journal(number).stream()
                .filter(entry -> entry.type().equals("DEADLINES_MOVED"))
                .toList();
    }

    private static StateRow row(County county, ApplicationNumber number) {
        return county.store.load(number).orElseThrow().state();
    }

    private static void inForce(County county, FakeCalendar calendar) {
        county.engine.core().calendar(calendar);
        county.engine.runDue(county.clock.instant());
    }

    private static County silent(LocalDate day) {
        County county = County.with(1, day);
        county.checks.get(0).answers(inquiry -> Reply.later("ticket-" + inquiry.id(), day.plusDays(1)));
        return county;
    }

    @Test
    @DisplayName("received on 2026-11-06: the provisional 2027-01-04 becomes firm when 2027 is published")
    void aYearIsPublished() {
        County county = silent(LocalDate.of(2026, 11, 6));
        ApplicationNumber number = county.accepted();
        LocalDate end = LocalDate.of(2027, 1, 4);
        assertThat(county.clerk().clock(number).caseEnds()).contains(new Deadline(end, true));
        inForce(county, FakeCalendar.named("with 2027").published(2027));
        assertThat(county.clerk().clock(number).caseEnds()).contains(new Deadline(end, false));
        assertThat(moves(county, number)).singleElement().satisfies(entry -> {
            assertThat(entry.outcomes()).containsExactly("with 2027", "case:2027-01-04?>2027-01-04");
            assertThat(entry.actor()).isEqualTo("system");
        });
    }

    @Test
    void aDayThatIsNoLongerWorkedMovesWhatRunsOverItAndItsRow() {
        County county = silent(MONDAY);
        ApplicationNumber received = county.submitted().number();
        inForce(county, FakeCalendar.named("Thursday off").off(LocalDate.of(2025, 3, 6)));
        assertThat(moves(county, received))
                .singleElement()
                .extracting(JournalEntry::outcomes)
                .isEqualTo(List.of("Thursday off", "intake:2025-03-10>2025-03-11"));
        assertThat(row(county, received).deadlineAt()).contains(Days.start(LocalDate.of(2025, 3, 12)));
        assertThat(row(county, received).wakeAt()).contains(Days.start(LocalDate.of(2025, 3, 12)));
        county.on("2025-03-11");
        assertThat(county.clerk().find(received).step()).isEqualTo(Step.RECEIVED);
        county.on("2025-03-12");
        assertThat(county.clerk().find(received).step()).isEqualTo(Step.CHECKING);
    }

    @Test
    void everyLimitOfAnApplicationMovesInOneEvent() {
        County county = silent(MONDAY);
        ApplicationNumber number = county.accepted();
        inForce(county, FakeCalendar.named("Thursday off").off(LocalDate.of(2025, 3, 6)));
        assertThat(moves(county, number))
                .singleElement()
                .extracting(JournalEntry::outcomes)
                .isEqualTo(List.of(
                        "Thursday off",
                        "case:2025-04-28>2025-04-29",
                        "verification:2025-03-24>2025-03-25",
                        "check:check-1:2025-03-17>2025-03-18"));
    }

    @Test
    void theSameCalendarAgainMovesNothing() {
        County county = silent(MONDAY);
        ApplicationNumber number = county.accepted();
        FakeCalendar amended = FakeCalendar.named("Thursday off").off(LocalDate.of(2025, 3, 6));
        inForce(county, amended);
        long revision = row(county, number).revision();
        inForce(county, amended);
        inForce(county, FakeCalendar.named("as it was, under another name").off(LocalDate.of(2025, 3, 6)));
        assertThat(row(county, number).revision()).isEqualTo(revision);
        inForce(county, FakeCalendar.named("taken back"));
        assertThat(moves(county, number)).hasSize(2);
        assertThat(county.clerk().clock(number).caseEnds()).contains(new Deadline(LocalDate.of(2025, 4, 28), false));
    }

    @Test
    void aLimitThatBeginsUnderTheNewCalendarDidNotMove() {
        County county = silent(MONDAY);
        ApplicationNumber number = county.submitted().number();
        FakeCalendar april = FakeCalendar.named("April").off(LocalDate.of(2025, 4, 1));
        inForce(county, april);
        county.clerk().accept(number);
        inForce(county, FakeCalendar.named("April, and a name").off(LocalDate.of(2025, 4, 1)));
        assertThat(moves(county, number)).isEmpty();
        inForce(county, FakeCalendar.named("no April"));
        assertThat(moves(county, number)).singleElement().satisfies(entry -> assertThat(entry.outcomes())
                .containsExactly("no April", "case:2025-04-29>2025-04-28"));
    }

    @Test
    void whatHappensBeforeTheTimedWorkDoesNotHideTheMove() {
        County county = silent(MONDAY);
        ApplicationNumber number = county.submitted().number();
        county.engine.core().calendar(FakeCalendar.named("Thursday off").off(LocalDate.of(2025, 3, 6)));
        county.clerk().perform(number, new Command.Amend(county.application(), "电话有误"));
        county.engine.runDue(county.clock.instant());
        assertThat(moves(county, number)).singleElement().satisfies(entry -> assertThat(entry.outcomes())
                .contains("intake:2025-03-10>2025-03-11"));
    }

    @Test
    void anAmendmentEndsNothingInThePast() {
        County county = silent(MONDAY);
        ApplicationNumber number = county.submitted().number();
        county.on("2025-03-10");
        FakeCalendar late = FakeCalendar.named("Saturday was worked").worked(LocalDate.of(2025, 3, 8));
        inForce(county, late);
        assertThat(moves(county, number)).singleElement().satisfies(entry -> assertThat(entry.outcomes())
                .contains("intake:2025-03-10>2025-03-10"));
        assertThat(county.clerk().find(number).step()).isEqualTo(Step.RECEIVED);
        assertThat(county.clerk().clock(number).intakeEnds()).contains(new Deadline(LocalDate.of(2025, 3, 10), false));
        county.on("2025-03-11");
        assertThat(county.clerk().find(number).step()).isEqualTo(Step.CHECKING);
    }

    @Test
    void aLimitThatIsOverStaysOverOnItsDay() {
        County county = silent(MONDAY);
        ApplicationNumber number = county.accepted();
        county.on("2025-03-26");
        county.reviewer().endorse(number, "属实");
        county.on("2025-05-06");
        inForce(county, FakeCalendar.named("Saturday was worked").worked(LocalDate.of(2025, 3, 8)));
        assertThat(county.clerk().clock(number).caseEnds()).contains(new Deadline(LocalDate.of(2025, 4, 28), false));
        inForce(county, FakeCalendar.named("a day off after all").off(LocalDate.of(2025, 3, 6)));
        assertThat(county.clerk().clock(number).caseEnds()).contains(new Deadline(LocalDate.of(2025, 4, 29), false));
        assertThat(moves(county, number)).hasSize(2);
    }

    @Test
    void theNoticeStaysUpAsLongAsTheNewCalendarSays() {
        County county = County.with(1, MONDAY);
        ApplicationNumber number = county.accepted();
        county.reviewer().endorse(number, "属实");
        county.panel().vote(number, Choice.APPROVE, "");
        county.chair().vote(number, Choice.APPROVE, "");
        inForce(county, FakeCalendar.named("Thursday off").off(LocalDate.of(2025, 3, 6)));
        assertThat(moves(county, number)).singleElement().satisfies(entry -> assertThat(entry.outcomes())
                .contains("notice:2025-03-12>2025-03-13"));
        assertThat(county.engine.publicDesk().notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.lastDay()).isEqualTo(LocalDate.of(2025, 3, 13)));
        county.on("2025-03-13");
        assertThat(county.clerk().find(number).step()).isEqualTo(Step.NOTICE_OPEN);
        county.on("2025-03-14");
        assertThat(county.clerk().find(number).step()).isEqualTo(Step.APPROVED);
    }

    @Test
    void aPauseAndTheWindowForReconsiderationMove() {
        Journey paused = Journey.to(Step.CHECKING).pause();
        Journey refused = Journey.to(Step.REFUSED);
        inForce(paused.county, FakeCalendar.named("Thursday off").off(LocalDate.of(2025, 3, 6)));
        inForce(refused.county, FakeCalendar.named("Thursday off").off(LocalDate.of(2025, 3, 20)));
        assertThat(moves(paused.county, paused.number()))
                .singleElement()
                .extracting(JournalEntry::outcomes)
                .isEqualTo(List.of("Thursday off", "pause:2025-03-10>2025-03-11"));
        assertThat(moves(refused.county, refused.number()))
                .singleElement()
                .extracting(JournalEntry::outcomes)
                .isEqualTo(List.of("Thursday off", "reconsider:2025-04-09>2025-04-10"));
    }

    @Test
    void aReviewThatWasOpenedByAReportMoves() {
        Journey approved = Journey.to(Step.APPROVED);
        County county = approved.county;
        county.engine
                .awardsFor(org.onevisit.housing.process.Actor.officer(
                        "clerk", org.onevisit.housing.process.Role.WINDOW_CLERK, County.PINGHU))
                .perform(approved.number(), new Command.ReportChange(county.application(), "收入变化"));
        LocalDate due = approved.state()
                .award()
                .orElseThrow()
                .openReview()
                .orElseThrow()
                .due();
        inForce(
                county,
                FakeCalendar.named("a day off")
                        .off(Days.of(county.clock.instant()).plusDays(7)));
        assertThat(moves(county, approved.number())).hasSize(1);
        assertThat(approved.state()
                        .award()
                        .orElseThrow()
                        .openReview()
                        .orElseThrow()
                        .due())
                .isAfter(due);
    }

    @Test
    void whatIsFinishedIsNotTouched() {
        for (Step step : List.of(Step.APPROVED, Step.NOT_ACCEPTED, Step.LAPSED, Step.WITHDRAWN, Step.DISCONTINUED)) {
            Journey finished = Journey.to(step);
            long revision = row(finished.county, finished.number()).revision();
            inForce(
                    finished.county,
                    FakeCalendar.named("Thursday off")
                            .off(LocalDate.of(2025, 3, 6))
                            .published(2027));
            assertThat(row(finished.county, finished.number()).revision())
                    .as(step.name())
                    .isEqualTo(revision);
        }
        Journey refused = Journey.to(Step.REFUSED).on("2025-04-10");
        long revision = row(refused.county, refused.number()).revision();
        inForce(refused.county, FakeCalendar.named("Thursday off").off(LocalDate.of(2025, 3, 6)));
        assertThat(row(refused.county, refused.number()).revision()).isEqualTo(revision);
    }

    @Test
    @DisplayName(
            "a calendar that comes with a restart is noticed, and a round that was cut short is finished, each application once")
    void aRestartInTheMiddle() {
        County county = County.over(failing.store(), 1, MONDAY);
        List<ApplicationNumber> numbers =
                List.of(county.received(1), county.received(2), county.received(3), county.received(4));
        FakeCalendar amended = FakeCalendar.named("Thursday off").off(LocalDate.of(2025, 3, 6));
        failing.failButForOne();
        inForce(county, amended);
        failing.heal();
        assertThat(numbers).filteredOn(n -> !moves(county, n).isEmpty()).hasSize(1);
        County again = county.restarted(MoreExecutors.newDirectExecutorService());
        again.engine.core().calendar(amended);
        again.engine.runDue(again.clock.instant());
        assertThat(numbers)
                .allSatisfy(number -> assertThat(moves(again, number)).hasSize(1));
        again.engine.runDue(again.clock.instant());
        assertThat(numbers)
                .allSatisfy(number -> assertThat(moves(again, number)).hasSize(1));
    }

    @Test
    void moreApplicationsThanStandOnAPageAreAllMoved() {
        County county = County.over(failing.store(), 1, MONDAY);
        List<ApplicationNumber> numbers =
                IntStream.rangeClosed(1, 700).mapToObj(county::received).toList();
        inForce(county, FakeCalendar.named("Thursday off").off(LocalDate.of(2025, 3, 6)));
        assertThat(numbers)
                .allSatisfy(number -> assertThat(moves(county, number)).hasSize(1));
    }

    @Test
    void nothingIsReadWhileTheCalendarIsTheSame() {
        County county = County.over(failing.store(), 1, MONDAY);
        county.received(1);
        county.engine.runDue(county.clock.instant());
        failing.calls().clear();
        county.engine.runDue(county.clock.instant());
        assertThat(failing.calls()).containsExactly("due");
        County again = county.restarted(MoreExecutors.newDirectExecutorService());
        failing.calls().clear();
        again.engine.runDue(again.clock.instant());
        assertThat(failing.calls()).doesNotContain("commit");
        assertThat(failing.calls().count("position")).isEqualTo(2); // the calendar, and the edition in force
    }

    @Test
    void theStateIsStillTheFoldOfTheJournal() {
        County county = silent(MONDAY);
        ApplicationNumber number = county.submitted().number();
        county.on("2025-03-10");
        inForce(county, FakeCalendar.named("Saturday was worked").worked(LocalDate.of(2025, 3, 8)));
        inForce(county, FakeCalendar.named("a year").off(LocalDate.of(2025, 3, 5)));
        new Visits().replay(county.engine.core(), number);
        County again = county.restarted(MoreExecutors.newDirectExecutorService());
        assertThat(again.engine.core().dossier(number).dates())
                .isEqualTo(county.engine.core().dossier(number).dates());
    }
}

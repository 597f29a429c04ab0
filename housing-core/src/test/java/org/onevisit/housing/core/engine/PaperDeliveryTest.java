package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.Uninterruptibles;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.model.Intake;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.Command.Vote.Choice;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.intake.IntakeChannel.Delivery;
import org.onevisit.housing.spi.verification.Reply;
import org.onevisit.housing.testkit.store.InMemoryStore;
import org.onevisit.housing.view.ApplicationSummary;
import org.onevisit.housing.view.JournalEntry;

class PaperDeliveryTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);
    private static final Document REGISTER =
            new Document("d9", Document.HOUSEHOLD_REGISTER, List.of("m1", "m2", "m3"), Optional.empty());
    private final FakeChannel window = FakeChannel.window("citywide");
    private final FakeFailingStore failing = new FakeFailingStore(new InMemoryStore());

    private County county() {
        return installed(County.over(failing.store(), 1, MONDAY));
    }

    private County installed(County county) {
        county.engine.core().channels().arrive(window, "fake.window@1.0.0", 0);
        return county;
    }

    private void removeFrom(County county) {
        county.engine.core().channels().leave(window);
    }

    private static List<JournalEntry> entries(County county, ApplicationNumber number, String type) {
        return county.supervisor().journal(number).stream()
                .filter(entry -> entry.type().equals(type))
                .toList();
    }

    private static List<String> delivered(County county, ApplicationNumber number) {
        return entries(county, number, "PAPER_DELIVERED").stream()
                .map(entry -> String.join(" ", entry.outcomes()))
                .toList();
    }

    private static ApplicationNumber approved(County county) {
        ApplicationNumber number = county.accepted();
        county.reviewer().endorse(number, "属实");
        county.panel().vote(number, Choice.APPROVE, "");
        county.chair().vote(number, Choice.APPROVE, "");
        county.on("2025-03-13");
        assertThat(county.clerk().find(number).step()).isEqualTo(Step.APPROVED);
        return number;
    }

    @Test
    void everyPaperIsHandedOverOnceAndStandsInTheJournal() {
        County county = county();
        ApplicationNumber number = approved(county);
        county.on("2025-03-14");
        assertThat(window.handed()).containsExactly("receipt", "acceptance", "decision");
        assertThat(delivered(county, number))
                .containsExactly("receipt HANDED_OVER", "acceptance HANDED_OVER", "decision HANDED_OVER");
        assertThat(entries(county, number, "PAPER_DELIVERED")).allSatisfy(entry -> {
            assertThat(entry.stamp()).isEqualTo("fake.window@1.0.0");
            assertThat(entry.actor()).isEqualTo("system");
        });
        new Visits().replay(county.engine.core(), number);
    }

    @Test
    void aPaperThatLiesReadyIsDone() {
        window.answers(paper -> Delivery.READY);
        County county = county();
        ApplicationNumber number = county.submitted().number();
        county.on("2025-03-04");
        assertThat(window.handed()).containsExactly("receipt");
        assertThat(delivered(county, number)).containsExactly("receipt READY");
    }

    @Test
    void theListOfWhatIsMissingAndARefusalToAcceptAreHandedOver() {
        County county = county();
        ApplicationNumber number = county.clerk()
                .submit(county.application(Set.of(Document.HOUSEHOLD_REGISTER)), "")
                .number();
        county.clerk().perform(number, new Command.RequestMakeGood());
        county.clerk().perform(number, new Command.MakeGood(List.of(REGISTER), List.of()));
        county.clerk().perform(number, new Command.Decline("NOT_COMPETENT", "须向户籍所在地申请"));
        assertThat(window.handed()).containsExactly("receipt", "make-good", "non-acceptance");
    }

    @Test
    @DisplayName(
            "not yet, and a failure: tried again later and later, until it is handed over; the application goes on")
    void triedAgain() {
        window.answers(paper -> {
            if (window.handed().size() % 2 == 0) {
                throw new IllegalStateException("no paper in the tray");
            }
            return Delivery.NOT_YET;
        });
        County county = county();
        ApplicationNumber number = county.submitted().number();
        county.clerk().accept(number);
        assertThat(county.clerk().find(number).step()).isEqualTo(Step.REVIEWING);
        assertThat(county.clerk().progress(number).awaiting()).anyMatch(line -> line.startsWith("收件凭证：受理渠道"));
        int before = window.handed().size();
        county.engine.runDue(county.clock.instant().plusSeconds(59));
        assertThat(window.handed()).hasSize(before);
        county.engine.runDue(county.clock.instant().plusSeconds(61));
        assertThat(window.handed()).hasSize(before + 2);
        window.answers(paper -> Delivery.HANDED_OVER);
        county.on("2025-03-04");
        assertThat(delivered(county, number))
                .containsExactlyInAnyOrder("receipt HANDED_OVER", "acceptance HANDED_OVER");
        assertThat(entries(county, number, "PAPER_POSTPONED"))
                .extracting(entry -> entry.outcomes().get(1))
                .contains("NOT_YET", "FAILED");
        assertThat(county.clerk().progress(number).awaiting()).isEmpty();
    }

    @Test
    @DisplayName(
            "a channel that is away: its papers wait where everybody sees it, write nothing, and go out when it is back")
    void aChannelIsAway() {
        County county = county();
        ApplicationNumber number = county.submitted().number();
        removeFrom(county);
        county.clerk().accept(number);
        county.on("2025-03-04");
        county.on("2025-03-11");
        assertThat(county.clerk().progress(number).awaiting())
                .containsExactly("受理通知书：受理渠道插件未安装（intake-window/citywide），安装后送达");
        assertThat(entries(county, number, "PAPER_POSTPONED"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.outcomes()).containsExactly("acceptance", "NOT_INSTALLED"));
        assertThat(county.clerk()
                        .list(Optional.empty(), Optional.empty(), false, "", 10)
                        .items())
                .singleElement()
                .extracting(ApplicationSummary::waitingFor)
                .isEqualTo(List.of());
        installed(county);
        county.engine.runDue(county.clock.instant());
        assertThat(window.handed()).containsExactly("receipt", "acceptance");
        assertThat(county.clerk().progress(number).awaiting()).isEmpty();
        assertThat(county.store.load(number).orElseThrow().state().waitingFor()).isEmpty();
    }

    @Test
    void whatWaitsForAChannelGoesOutAfterARestartToo() {
        County county = county();
        ApplicationNumber number = county.submitted().number();
        removeFrom(county);
        county.clerk().accept(number);
        County again = installed(county.restarted(MoreExecutors.newDirectExecutorService()));
        again.engine.runDue(again.clock.instant());
        assertThat(delivered(again, number)).containsExactly("receipt HANDED_OVER", "acceptance HANDED_OVER");
    }

    @Test
    void anApplicationThatCameThroughNoInstalledChannelIsHandedNothing() {
        County county = County.over(failing.store(), 1, MONDAY);
        ApplicationNumber number = county.submitted().number();
        installed(county);
        county.clerk().accept(number);
        county.on("2025-03-04");
        assertThat(window.handed()).isEmpty();
        assertThat(county.clerk().journal(number))
                .noneMatch(entry -> entry.type().startsWith("PAPER_"));
        assertThat(county.clerk().progress(number).awaiting()).isEmpty();
    }

    @Test
    void papersGoToTheWindowByWhichTheApplicationCame() {
        FakeChannel other = FakeChannel.window("danghu");
        County county = county();
        county.engine.core().channels().arrive(other, "fake.window@1.0.0", 0);
        county.clerk()
                .submit(
                        county.application().toBuilder()
                                .intake(new Intake("intake-window", "danghu", county.clock.instant()))
                                .build(),
                        "");
        assertThat(other.handed()).containsExactly("receipt");
        assertThat(window.handed()).isEmpty();
    }

    @Test
    @DisplayName("the host dies between the call and its commit: handed over again, journalled once")
    void aCrash() {
        County county = county();
        failing.failAfter(1);
        ApplicationNumber number = county.submitted().number();
        failing.heal();
        assertThat(window.handed()).containsExactly("receipt");
        assertThat(delivered(county, number)).isEmpty();
        County again = installed(county.restarted(MoreExecutors.newDirectExecutorService()));
        again.engine.runDue(again.clock.instant());
        again.engine.runDue(again.clock.instant());
        assertThat(window.handed()).containsExactly("receipt", "receipt");
        assertThat(delivered(again, number)).containsExactly("receipt HANDED_OVER");
    }

    @Test
    void aListThatWasMadeGoodAndADecisionThatIsReconsideredAreOvertaken() {
        window.answers(paper -> Delivery.NOT_YET);
        County county = county();
        ApplicationNumber number = county.clerk()
                .submit(county.application(Set.of(Document.HOUSEHOLD_REGISTER)), "")
                .number();
        county.clerk().perform(number, new Command.RequestMakeGood());
        county.clerk().perform(number, new Command.MakeGood(List.of(REGISTER), List.of()));
        county.checks.get(0).answers(inquiry -> Reply.now(FakeCheck.homes(inquiry, 1)));
        county.clerk().accept(number);
        county.reviewer().endorse(number, "属实");
        county.panel().vote(number, Choice.REFUSE, "名下有住房");
        county.chair().vote(number, Choice.REFUSE, "名下有住房");
        assertThat(county.clerk().find(number).step()).isEqualTo(Step.REFUSED);
        assertThat(window.handed()).contains("decision");
        county.clerk().perform(number, new Command.Reconsider("请复核"));
        window.answers(paper -> Delivery.HANDED_OVER);
        county.on("2025-03-04");
        assertThat(delivered(county, number))
                .containsExactlyInAnyOrder("receipt HANDED_OVER", "acceptance HANDED_OVER");
    }

    @Test
    @DisplayName("a paper costs one event; the acceptance is committed together with the inquiries")
    void whatItCosts() {
        long revision = revisionOf(County.over(new InMemoryStore(), 1, MONDAY));
        assertThat(revisionOf(installed(County.over(new InMemoryStore(), 1, MONDAY))))
                .isEqualTo(revision + 1);
    }

    private static long revisionOf(County county) {
        ApplicationNumber number = county.accepted();
        return county.store.load(number).orElseThrow().state().revision();
    }

    @Test
    void aChannelThatHangsHoldsNeitherItsApplicationNorAnotherChannel() {
        CountDownLatch release = new CountDownLatch(1);
        window.answers(paper -> {
            Uninterruptibles.awaitUninterruptibly(release);
            return Delivery.HANDED_OVER;
        });
        FakeChannel other = FakeChannel.window("danghu");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            County county = installed(County.onThreads(1, MONDAY, threads));
            county.engine.core().channels().arrive(other, "fake.window@1.0.0", 0);
            ApplicationNumber number = county.accepted();
            Awaitility.await().until(() -> county.clerk().find(number).step() == Step.REVIEWING);
            ApplicationNumber second = county.clerk()
                    .submit(
                            county.single(2).toBuilder()
                                    .intake(new Intake("intake-window", "danghu", county.clock.instant()))
                                    .build(),
                            "")
                    .number();
            Awaitility.await().until(() -> !delivered(county, second).isEmpty());
            assertThat(delivered(county, number)).isEmpty();
            county.engine.runDue(county.clock.instant());
            release.countDown();
            Awaitility.await().until(() -> delivered(county, number).size() == 2);
            assertThat(window.handed()).containsExactlyInAnyOrder("receipt", "acceptance");
        } finally {
            release.countDown();
            threads.shutdownNow();
        }
    }
}

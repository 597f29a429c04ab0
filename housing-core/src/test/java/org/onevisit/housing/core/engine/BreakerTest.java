package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.Reply;
import org.onevisit.housing.view.AgencyHealth;

/** Each agency has a gate: it shuts when nobody answers, and one call at a time tries whether it is there again. */
class BreakerTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
    private final County county = County.with(2, FIRST);

    private static Reply nobody(Inquiry inquiry) {
        throw new AgencyUnreachableException("agency-1", "connect timed out");
    }

    private ApplicationNumber accepted(int i) {
        ApplicationNumber number = county.received(i);
        county.clerk().accept(number);
        return number;
    }

    private Slot slot(ApplicationNumber number) {
        return county.engine
                .core()
                .state(number)
                .orElseThrow()
                .verification()
                .slots()
                .get("check-1");
    }

    private AgencyHealth health() {
        return county.engine.agencyHealth().stream()
                .filter(h -> h.agency().equals("agency-1"))
                .findFirst()
                .orElseThrow();
    }

    private int asked() {
        return county.checks.get(0).asked().size();
    }

    private void minutesLater(int minutes) {
        county.clock.to(county.clock.instant().plus(Duration.ofMinutes(minutes)));
        county.engine.runDue(county.clock.instant());
    }

    /** Five applications whose calls fail: the gate is shut. */
    private void down() {
        county.checks.get(0).answers(BreakerTest::nobody);
        for (int i = 1; i <= 5; i++) {
            accepted(i);
        }
        assertThat(health().state()).isEqualTo(AgencyHealth.State.OPEN);
    }

    @Test
    @DisplayName("after five failures no call leaves, nothing is disclosed, and the slot says why and when it goes on")
    void shuts() {
        down();
        Instant now = county.clock.instant();
        assertThat(health().since()).hasValue(now);
        assertThat(health().nextProbe()).hasValue(now.plus(Duration.ofMinutes(1)));
        ApplicationNumber late = accepted(6);
        assertThat(asked()).isEqualTo(5);
        assertThat(slot(late).calls()).isZero();
        assertThat(slot(late).cause()).isEqualTo(Slot.Cause.UNREACHABLE);
        assertThat(slot(late).nextTry()).hasValue(now.plus(Duration.ofMinutes(1)));
        assertThat(county.clerk().journal(late))
                .filteredOn(entry -> entry.type().equals("INQUIRY_SENT"))
                .extracting(entry -> entry.outcomes().get(0))
                .containsExactly("check-2");
    }

    @Test
    @DisplayName("the other agencies go on")
    void othersGoOn() {
        down();
        ApplicationNumber late = accepted(6);
        assertThat(county.engine
                        .core()
                        .state(late)
                        .orElseThrow()
                        .verification()
                        .slots()
                        .get("check-2")
                        .status())
                .isEqualTo(Slot.Status.ANSWERED);
    }

    @Test
    @DisplayName("one call tries; while it fails the waits double to half an hour, and each time no other leaves")
    void oneCallTries() {
        down();
        Instant began = county.clock.instant();
        accepted(6);
        int before = asked();
        int[] waits = {1, 2, 4, 8, 16, 30, 30};
        for (int wait : waits) {
            Instant probe = health().nextProbe().orElseThrow();
            assertThat(Duration.between(county.clock.instant(), probe)).isEqualTo(Duration.ofMinutes(wait));
            minutesLater(wait);
            assertThat(asked()).isEqualTo(++before);
            assertThat(health().state()).isEqualTo(AgencyHealth.State.OPEN);
        }
        assertThat(health().since()).hasValue(began);
    }

    @Test
    @DisplayName("when it is there again everybody who waited is asked, and everything is finished")
    void opensAgain() {
        down();
        ApplicationNumber late = accepted(6);
        county.checks.get(0).answers(inquiry -> Reply.now(FakeCheck.homes(inquiry, 0)));
        minutesLater(1);
        assertThat(health().state()).isEqualTo(AgencyHealth.State.CLOSED);
        assertThat(health().nextProbe()).isEmpty();
        assertThat(slot(late).status()).isEqualTo(Slot.Status.ANSWERED);
        minutesLater(60);
        assertThat(county.engine.core().state(late).orElseThrow().step()).isEqualTo(Step.REVIEWING);
        assertThat(health().failures()).isEqualTo(5);
    }

    @Test
    @DisplayName("a defect of a plugin tells nothing about the agency and shuts nothing")
    void defectsDoNotShut() {
        county.checks.get(0).answers(inquiry -> {
            throw new IllegalStateException("as a test wants it");
        });
        for (int i = 1; i <= 12; i++) {
            accepted(i);
        }
        assertThat(health().state()).isEqualTo(AgencyHealth.State.CLOSED);
        assertThat(asked()).isEqualTo(12);
    }

    @Test
    @DisplayName("a slot that waits for its agency past the limit is overdue, and says that it was not reached")
    void limitRunsOn() {
        down();
        ApplicationNumber late = accepted(6);
        county.on("2025-03-18");
        assertThat(slot(late).status()).isEqualTo(Slot.Status.OVERDUE);
        assertThat(slot(late).cause()).isEqualTo(Slot.Cause.UNREACHABLE);
    }

    @Test
    @DisplayName("an agency is never called more often at once than it bears, whichever version of its plugin serves")
    void bulkhead() throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            County busy = County.onThreads(1, FIRST, threads);
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            CountDownLatch release = new CountDownLatch(1);
            List<String> stamps = List.of("one", "two");
            for (String version : stamps) {
                FakeCheck check = new FakeCheck(1, inquiry -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    await(release);
                    inside.decrementAndGet();
                    return Reply.now(FakeCheck.homes(inquiry, 0));
                });
                busy.engine.core().agencies().arrive(check, "fake@" + version, 1);
                for (int i = 1; i <= 6; i++) {
                    ApplicationNumber number = busy.received(i + (version.equals("one") ? 0 : 10));
                    busy.clerk().accept(number);
                }
            }
            Awaitility.await().until(() -> inside.get() == 4);
            AgencyHealth health = busy.engine.agencyHealth().get(0);
            assertThat(health.inFlight()).isEqualTo(4);
            assertThat(health.waiting()).isEqualTo(8);
            release.countDown();
            Awaitility.await().until(() -> busy.engine.callsInFlight() == 0);
            assertThat(most.get()).isEqualTo(4);
            assertThat(busy.engine.agencyHealth().get(0).calls()).isEqualTo(12);
        } finally {
            threads.shutdownNow();
            assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("while one call tries, those that come meanwhile wait for it and leave when it has succeeded")
    void waitingForTheProbe() throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            County busy = County.onThreads(1, FIRST, threads);
            busy.checks.get(0).answers(BreakerTest::nobody);
            for (int i = 1; i <= 5; i++) {
                busy.clerk().accept(busy.received(i));
            }
            Awaitility.await()
                    .until(() -> busy.engine.agencyHealth().get(0).state() == AgencyHealth.State.OPEN
                            && busy.engine.callsInFlight() == 0);
            CountDownLatch release = new CountDownLatch(1);
            ConcurrentHashMap.KeySetView<String, Boolean> inside = ConcurrentHashMap.newKeySet();
            busy.checks.get(0).answers(inquiry -> {
                inside.add(inquiry.id());
                await(release);
                return Reply.now(FakeCheck.homes(inquiry, 0));
            });
            busy.clock.to(busy.clock.instant().plus(Duration.ofMinutes(1)));
            busy.engine.runDue(busy.clock.instant());
            Awaitility.await().until(() -> inside.size() == 1);
            busy.clerk().accept(busy.received(6));
            assertThat(busy.engine.agencyHealth().get(0).state()).isEqualTo(AgencyHealth.State.HALF_OPEN);
            assertThat(inside).hasSize(1);
            release.countDown();
            Awaitility.await().until(() -> inside.size() == 6 && busy.engine.callsInFlight() == 0);
            assertThat(busy.engine.agencyHealth().get(0).state()).isEqualTo(AgencyHealth.State.CLOSED);
        } finally {
            threads.shutdownNow();
            assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}

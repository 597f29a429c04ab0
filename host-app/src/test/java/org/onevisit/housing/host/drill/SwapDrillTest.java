package org.onevisit.housing.host.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.MovableClock;
import org.onevisit.housing.host.drill.Windows.Received;
import org.onevisit.housing.host.fake.FakeOffice;
import org.onevisit.housing.process.Step;

/** Agency plugins, the pack and the plugin that reads it are replaced through the in-trays, while applications flow. */
@Timeout(600)
class SwapDrillTest {
    private static final int EACH = Boolean.getBoolean("housing.drill") ? 50 : 13;
    private static final int READERS = 3;
    private static final long SEED = Long.getLong("housing.seed", 20261124L);
    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");
    private static final Duration NOTICE = Duration.ofDays(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    @DisplayName("every application reaches its outcome by the edition of its day, each finding counts once, one class "
            + "loader is left of each plugin")
    void replacedWhileApplicationsFlow() throws Exception {
        MovableClock clock = new MovableClock(
                Clock.offset(
                        Clock.systemUTC(), Duration.between(Clock.systemUTC().instant(), START)),
                Duration.ZERO);
        try (FakeOffice police = new FakeOffice(LocalDate.parse("2026-03-02"));
                HousingHost host = DrillSite.start(folder, police, clock, 20);
                Windows windows = new Windows(host, SEED);
                Offices offices = new Offices(host, windows::subdistrict)) {
            AutoCloseable following = host.follow("drill", offices);
            windows.open();
            Swaps swaps = new Swaps(host, folder, police, windows, offices);
            order().forEach(swaps::swap);
            windows.stop();
            List<Received> received = windows.received();
            settle(offices, received, Step.NOTICE_OPEN);
            clock.moveTo(START.plus(NOTICE));
            host.runDue();
            settle(offices, received, Step.APPROVED);

            System.out.printf(
                    "swap drill: %d passed, %d failed, seed %d; %d with a call inside, %d applications%n",
                    swaps.passed(), swaps.failures().size(), SEED, swaps.withCallInside(), received.size());
            assertThat(swaps.failures()).as("swaps, seed %d", SEED).isEmpty();
            assertThat(windows.failures()).as("clerks, seed %d", SEED).isEmpty();
            assertThat(offices.failures()).as("officers, seed %d", SEED).isEmpty();
            assertThat(swaps.withCallInside()).as("swaps with a call inside").isGreaterThanOrEqualTo(10);
            new Journals(host, police).check(received, swaps);
            swaps.requireNothingLeft();
            following.close();
        }
    }

    /** Replacements in an order that the seed gives. */
    private static List<Replacement> order() {
        List<Replacement> order = new ArrayList<>();
        for (Replacement kind : Replacement.values()) {
            order.addAll(Collections.nCopies(kind == Replacement.POLICY_PACK ? READERS : EACH, kind));
        }
        Collections.shuffle(order, new Random(SEED));
        return order;
    }

    /** Waits until all have come to this step, or to another end. */
    private static void settle(Offices offices, List<Received> received, Step step) {
        Awaitility.await().atMost(PATIENCE).until(() -> received.stream()
                .map(one -> offices.step(one.number()))
                .allMatch(now -> now == step || !now.isOpen()));
    }
}

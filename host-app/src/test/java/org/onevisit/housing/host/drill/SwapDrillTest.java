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
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.MovableClock;
import org.onevisit.housing.host.drill.Windows.Received;
import org.onevisit.housing.host.fake.FakeOffice;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Step;

/**
 * Agency plugins, the pack and the plugin that reads it are replaced, through the in-trays and as planned, while applications flow. The
 * long form replaces 500 times, under fifty applications a second.
 */
@Timeout(3600)
class SwapDrillTest {
    private static final boolean LONG = Boolean.getBoolean("housing.drill");
    private static final int PER_SECOND = LONG ? 50 : 15;
    /** How often each kind is replaced, and how many times of these as planned. */
    private static final Map<Replacement, List<Integer>> TIMES = LONG
            ? Map.of(
                    Replacement.AGENCY_HTTP, List.of(120, 0),
                    Replacement.AGENCY_SIMULATED, List.of(180, 40),
                    Replacement.PACK_JAR, List.of(100, 10),
                    Replacement.PACK_TEXT, List.of(90, 10),
                    Replacement.POLICY_PACK, List.of(10, 0))
            : Map.of(
                    Replacement.AGENCY_HTTP, List.of(11, 0),
                    Replacement.AGENCY_SIMULATED, List.of(6, 2),
                    Replacement.PACK_JAR, List.of(5, 1),
                    Replacement.PACK_TEXT, List.of(5, 1),
                    Replacement.POLICY_PACK, List.of(2, 0));

    private static final int WITH_CALL_INSIDE = LONG ? 100 : 10;
    /** A fifth of the way: until then classes are still loaded for the first time. */
    private static final int EARLY = 5;

    private static final double MOST_GROWTH = 1.05;
    private static final long SEED = Long.getLong("housing.seed", 20261124L);
    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");
    private static final Duration NOTICE = Duration.ofDays(30);

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
                Windows windows = new Windows(host, SEED, PER_SECOND);
                Offices offices = new Offices(host, windows::subdistrict)) {
            AutoCloseable following = host.follow("drill", offices);
            windows.open();
            Swaps swaps = new Swaps(host, folder, police, windows, offices);
            List<Turn> order = order();
            long early = 0;
            for (Turn turn : order) {
                swaps.swap(turn.kind(), turn.byPlan());
                if (swaps.passed() == order.size() / EARLY && early == 0) {
                    early = Metaspace.used();
                }
            }
            long late = Metaspace.used();
            windows.stop();
            List<Received> received = windows.received();
            List<ApplicationNumber> numbers =
                    received.stream().map(Received::number).toList();
            offices.settle(numbers, Step.NOTICE_OPEN);
            clock.moveTo(START.plus(NOTICE));
            host.runDue();
            offices.settle(numbers, Step.APPROVED);

            System.out.printf(
                    "swap drill: %d passed, %d failed, seed %d; %d planned, %d with a call inside, %d applications, %.1f a second; "
                            + "receipt and acceptance p50 %d ms, p99 %d ms, longest %d ms; metaspace %d KB after a fifth, %d KB at the end%n",
                    swaps.passed(),
                    swaps.failures().size(),
                    SEED,
                    swaps.planned(),
                    swaps.withCallInside(),
                    received.size(),
                    windows.rate(),
                    windows.waited(50).toMillis(),
                    windows.waited(99).toMillis(),
                    windows.waited(100).toMillis(),
                    early / 1024,
                    late / 1024);
            assertThat(swaps.failures()).as("swaps, seed %d", SEED).isEmpty();
            assertThat(windows.failures()).as("clerks, seed %d", SEED).isEmpty();
            assertThat(offices.failures()).as("officers, seed %d", SEED).isEmpty();
            assertThat(host.engine().agencyHealth())
                    .as("calls that failed, seed %d", SEED)
                    .isNotEmpty()
                    .allSatisfy(agency ->
                            assertThat(agency.failures()).as(agency.agency()).isZero());
            assertThat(swaps.withCallInside()).as("swaps with a call inside").isGreaterThanOrEqualTo(WITH_CALL_INSIDE);
            if (LONG) {
                assertThat(windows.rate()).as("applications a second").isGreaterThan(0.98 * PER_SECOND);
                assertThat((double) late / early).as("metaspace").isLessThanOrEqualTo(MOST_GROWTH);
            }
            new Journals(host, police).check(received, swaps);
            swaps.requireNothingLeft();
            following.close();
        }
    }

    /** One replacement. */
    private record Turn(Replacement kind, boolean byPlan) {}

    /** Replacements in an order that the seed gives. */
    private static List<Turn> order() {
        List<Turn> order = new ArrayList<>();
        new TreeMap<>(TIMES).forEach((kind, times) -> {
            order.addAll(Collections.nCopies(times.get(1), new Turn(kind, true)));
            order.addAll(Collections.nCopies(times.get(0) - times.get(1), new Turn(kind, false)));
        });
        Collections.shuffle(order, new Random(SEED));
        return order;
    }
}

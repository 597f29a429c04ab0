package org.onevisit.housing.host.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.fake.FakeOffice;
import org.onevisit.housing.host.swap.SwapOptions;
import org.onevisit.housing.host.swap.SwapRecord;

/**
 * Swaps one after another, through the in-trays or as planned: each is taken, people are served all the while, the old version goes.
 */
final class Swaps {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int KEPT = 3;
    private static final SwapOptions AT_ONCE = new SwapOptions(100, Long.MAX_VALUE, 0, Duration.ZERO, 2, false);
    private static final SwapOptions A_SHARE =
            new SwapOptions(30, Long.MAX_VALUE, 10, Duration.ofSeconds(20), 2, false);
    private final Map<Replacement, Integer> versions = new EnumMap<>(Replacement.class);
    private final List<Throwable> failures = new ArrayList<>();
    private final HousingHost host;
    private final Path folder;
    private final FakeOffice police;
    private final Windows windows;
    private final Offices offices;
    private final Remains remains;
    private final Operators operators;
    private int passed;
    private int planned;
    private int withCallInside;

    Swaps(HousingHost host, Path folder, FakeOffice police, Windows windows, Offices offices) {
        this.host = host;
        this.folder = folder;
        this.police = police;
        this.windows = windows;
        this.offices = offices;
        this.remains = new Remains(host);
        this.operators = new Operators(host);
        Stream.of(Replacement.values()).forEach(kind -> remains.note(kind.symbolicName()));
    }

    /** Replaces one kind by its next version; by a plan, or through the tray. */
    void swap(Replacement kind, boolean byPlan) {
        int n = version(kind) + 1;
        versions.put(kind, n);
        try {
            if (kind == Replacement.AGENCY_HTTP) {
                swapWithACallInside(n);
            } else if (kind.isPack()) {
                windows.lays(n);
                replace(kind, n, byPlan);
                windows.settles(n);
            } else {
                replace(kind, n, byPlan);
            }
            remains.note(kind.symbolicName());
            windows.awaitAnother();
            if (kind == Replacement.AGENCY_HTTP || kind == Replacement.AGENCY_SIMULATED) {
                await().until(() -> offices.answered().contains(kind.stamp(n)));
            }
            assertThat(host.plugins())
                    .filteredOn(plugin -> plugin.name().equals(kind.symbolicName()))
                    .as("versions of %s", kind)
                    .hasSize(1);
            passed++;
        } catch (RuntimeException | AssertionError | IOException e) {
            failures.add(new AssertionError("%s, version %d".formatted(kind, n), e));
        }
    }

    /** The version that serves; both forms of the pack are one. */
    int version(Replacement kind) {
        return kind.isPack()
                ? Math.max(
                        versions.getOrDefault(Replacement.PACK_JAR, 0), versions.getOrDefault(Replacement.PACK_TEXT, 0))
                : versions.getOrDefault(kind, 0);
    }

    /** The office thinks until the new version serves and another household has been served; its callers are in the old one. */
    private void swapWithACallInside(int n) throws IOException {
        police.hold();
        try {
            await().until(() -> police.thinking() > 0);
            CompletableFuture<Integer> bothThere = CompletableFuture.supplyAsync(() -> {
                await().until(() -> host.engine().installedChecks().stream()
                        .anyMatch(check -> check.endsWith(Replacement.AGENCY_HTTP.stamp(n))));
                windows.awaitAnother();
                int there = (int) host.plugins().stream()
                        .filter(plugin -> plugin.name().equals(Replacement.AGENCY_HTTP.symbolicName()))
                        .count();
                police.release();
                return there;
            });
            take(Replacement.AGENCY_HTTP, n);
            assertThat(bothThere.join())
                    .as("versions while a call is inside the old one")
                    .isEqualTo(2);
            withCallInside++;
        } finally {
            police.release();
        }
    }

    private void replace(Replacement kind, int n, boolean byPlan) throws IOException {
        if (byPlan) {
            SwapRecord record =
                    operators.executed(operators.planned(kind.content(n)), kind.isPack() ? AT_ONCE : A_SHARE);
            assertThat(record.state()).as(record.reason()).isEqualTo(SwapRecord.State.DONE);
            planned++;
        } else {
            take(kind, n);
        }
    }

    private void take(Replacement kind, int n) throws IOException {
        Path file = folder.resolve(kind.file(n));
        Files.write(file, kind.content(n));
        Path ok = file.resolveSibling(file.getFileName() + ".ok");
        Path refused = file.resolveSibling(file.getFileName() + ".refused");
        await().until(() -> {
            host.scanTrays();
            return Files.exists(ok) || Files.exists(refused);
        });
        assertThat(refused).doesNotExist();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2));
    }

    int passed() {
        return passed;
    }

    /** Of those that passed, how many were planned. */
    int planned() {
        return planned;
    }

    /** What went wrong. */
    List<Throwable> failures() {
        return failures;
    }

    /** Swaps during which a call was inside the old version, and the new one served. */
    int withCallInside() {
        return withCallInside;
    }

    /** One class loader and one wiring of each module can be reached, those in service, and no copies pile up. */
    void requireNothingLeft() {
        Set<String> names = new TreeSet<>();
        Stream.of(Replacement.values()).forEach(kind -> names.add(kind.symbolicName()));
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            System.gc();
            assertThat(remains.pending()).isZero();
            for (String name : names) {
                assertThat(remains.noted(name)).as("versions of %s noted", name).isGreaterThan(1);
                assertThat(remains.loaders(name))
                        .as("class loaders of %s", name)
                        .isLessThanOrEqualTo(1);
                assertThat(remains.wirings(name)).as("wirings of %s", name).isEqualTo(1);
            }
        });
        assertThat(folder.resolve("modules").toFile().list())
                .as("copies: of each module the one in service, and the last three before it")
                .hasSizeLessThanOrEqualTo(names.size() * (1 + KEPT));
    }
}

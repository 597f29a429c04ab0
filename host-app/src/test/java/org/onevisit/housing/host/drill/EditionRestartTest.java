package org.onevisit.housing.host.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.fake.FakeClock;
import org.onevisit.housing.host.fake.Repacked;
import org.onevisit.housing.model.ApplicationNumber;

/** A host ends while open applications go over to another edition: the next one goes on where it stood, and does nothing twice. */
@Timeout(300)
class EditionRestartTest {
    /** So many go over at a time; docs/operate.md says so. */
    private static final int AT_A_TIME = 500;

    private static final int MORE = 23;
    private static final long SEED = 13;
    private static final String NEW = "pinghu 2026.2";
    private final FakeClock clock = new FakeClock("2026-03-02T02:00:00Z");

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "ended after the first 500: after the restart the others go over too, each once, and it is journalled once")
    void goesOn() throws Exception {
        List<ApplicationNumber> all = new ArrayList<>();
        try (HousingHost host = start()) {
            ApprovalService clerk = host.approvalsFor(DrillSite.CLERK);
            for (int i = 0; all.size() < AT_A_TIME + MORE; i++) {
                String json = DrillSite.household(host, clerk, SEED, i).json();
                DrillSite.submitted(host, clerk, json, "key-" + i).ifPresent(receipt -> all.add(receipt.number()));
            }
            Files.writeString(
                    folder.resolve("packs/pinghu-2026.2.yaml"),
                    Repacked.text("pack-pinghu", "pack.yaml")
                            .replace("edition: \"2018.1\"", "edition: \"2026.2\"")
                            .replace("effectiveFrom: 2018-02-23", "effectiveFrom: 2026-03-02")
                            .replace("receivedBetween: PIN", "receivedBetween: ALL"));
            assertThat(host.scanTrays()).as("seen once: it may still grow").isZero();
            assertThat(host.scanTrays()).isEqualTo(1);
            assertThat(judgedByTheNew(clerk, all)).isZero();
            host.runDue();
            assertThat(judgedByTheNew(clerk, all)).isEqualTo(AT_A_TIME);
        }
        try (HousingHost host = start()) {
            ApprovalService clerk = host.approvalsFor(DrillSite.CLERK);
            for (int i = 0; i < 3; i++) {
                host.runDue();
            }
            assertThat(judgedByTheNew(clerk, all)).isEqualTo(all.size());
            assertThat(all).allSatisfy(number -> assertThat(clerk.journal(number))
                    .filteredOn(entry -> entry.type().startsWith("EDITION_"))
                    .extracting(entry -> entry.type())
                    .containsExactly("EDITION_CHANGED"));
        }
    }

    private static long judgedByTheNew(ApprovalService clerk, List<ApplicationNumber> all) {
        return all.stream()
                .filter(number -> clerk.find(number).edition().equals(NEW))
                .count();
    }

    private HousingHost start() {
        return HousingHost.in(folder)
                .pack("pinghu")
                .trustUnsigned()
                .clock(clock)
                .singleThread()
                .patience(Duration.ofMillis(500))
                .evenIncomplete()
                .start();
    }
}

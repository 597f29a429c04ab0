package org.onevisit.housing.host.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.swap.SwapJournal.Entry;
import org.onevisit.housing.host.swap.SwapJournal.Event;
import org.onevisit.housing.process.Stage;

/**
 * A host under load, in which an agency's plugin is changed over and over, is killed at a random moment: what it acknowledged is there,
 * what it was at goes on, and one version serves.
 */
@Timeout(3600)
class KillDrillTest {
    private static final int KILLS = Boolean.getBoolean("housing.drill") ? 300 : 7;
    private static final long SEED = Long.getLong("housing.seed", 20261124L);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    @Test
    @DisplayName("every acknowledged command is there, none twice, interrupted inquiries go on")
    void nothingAcknowledgedIsLost() throws Exception {
        Random random = new Random(SEED);
        List<Kill> kills = new ArrayList<>();
        while (kills.size() < KILLS) {
            kills.add(Kill.strike(folder, kills.size(), SEED, random));
        }
        try (HousingHost host = DrillSite.start(folder, 0)) {
            ApprovalService approvals = host.approvalsFor(DrillSite.CLERK);
            Awaitility.await().atMost(PATIENCE).until(() -> approvals
                    .list(Optional.of(Stage.VERIFICATION), Optional.empty(), false, "", 1)
                    .items()
                    .isEmpty());
            judge(kills, new Aftermath(host));
            judgeChanges(host);
        }
    }

    private static void judge(List<Kill> kills, Aftermath aftermath) {
        List<String> wrong = new ArrayList<>();
        int failed = 0;
        int withInquiriesOut = 0;
        int inCommit = 0;
        long interrupted = 0;
        for (Kill kill : kills) {
            List<String> found = aftermath.wrong(kill);
            wrong.addAll(found);
            failed += found.isEmpty() ? 0 : 1;
            withInquiriesOut += aftermath.interrupted(kill) > 0 ? 1 : 0;
            inCommit += aftermath.unacknowledged(kill) > 0 ? 1 : 0;
            interrupted += aftermath.interrupted(kill);
        }
        System.out.printf(
                "kill drill: %d passed, %d failed, seed %d; %d acknowledged, %d with inquiries out (%d went on), %d "
                        + "between commit and acknowledgement%n",
                KILLS - failed,
                failed,
                SEED,
                kills.stream().mapToInt(kill -> kill.acknowledged().size()).sum(),
                withInquiriesOut,
                interrupted,
                inCommit);
        assertThat(wrong).as("seed %d", SEED).isEmpty();
        assertThat(withInquiriesOut)
                .as("kills with inquiries out, seed %d", SEED)
                .isGreaterThanOrEqualTo(KILLS / 5);
        assertThat(kills)
                .as("hosts that worked, seed %d", SEED)
                .filteredOn(kill -> kill.acknowledged().size() > 0)
                .hasSizeGreaterThan(KILLS / 2);
    }

    /** Every change that began has ended, and the version that the last of them names is the one that serves. */
    private static void judgeChanges(HousingHost host) {
        List<Entry> entries = host.control().changes().journal().entries();
        Map<String, List<Event>> ends = new LinkedHashMap<>();
        entries.forEach(entry ->
                ends.computeIfAbsent(entry.plan(), any -> new ArrayList<>()).add(entry.event()));
        System.out.printf(
                "kill drill: %d changes, %d of them interrupted%n",
                ends.size(),
                entries.stream()
                        .filter(entry -> entry.event() == Event.INTERRUPTED)
                        .count());
        assertThat(ends).as("changes, seed %d", SEED).allSatisfy((plan, events) -> {
            assertThat(events).hasSize(2);
            assertThat(events.get(0)).isEqualTo(Event.BEGAN);
            assertThat(events.get(1)).isIn(Event.DONE, Event.INTERRUPTED);
        });
        assertThat(ends).as("changes, seed %d", SEED).isNotEmpty();
        assertThat(host.plugins())
                .as("versions, seed %d", SEED)
                .filteredOn(plugin -> plugin.name().equals(Replacement.AGENCY_SIMULATED.symbolicName()))
                .singleElement()
                .satisfies(plugin ->
                        assertThat(entries.get(entries.size() - 1).serves()).isEqualTo(plugin.version()));
    }
}

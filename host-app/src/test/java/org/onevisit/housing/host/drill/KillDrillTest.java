package org.onevisit.housing.host.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.process.Stage;

/** A host under load is killed at a random moment: what it acknowledged is there, and what it was at goes on. */
@Timeout(3600)
class KillDrillTest {
    private static final int KILLS = Boolean.getBoolean("housing.drill") ? 50 : 5;
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
            kills.add(Kill.strike(folder, SEED + kills.size(), random));
        }
        try (HousingHost host = DrillSite.start(folder, 0)) {
            ApprovalService approvals = host.approvalsFor(DrillSite.CLERK);
            Awaitility.await().atMost(PATIENCE).until(() -> approvals
                    .list(Optional.of(Stage.VERIFICATION), Optional.empty(), false, "", 1)
                    .items()
                    .isEmpty());
            judge(kills, new Aftermath(host));
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
}

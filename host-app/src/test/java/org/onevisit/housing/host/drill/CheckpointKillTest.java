package org.onevisit.housing.host.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.OtherJvm;
import org.onevisit.housing.verifier.Keys;
import org.onevisit.housing.verifier.SqliteRows;
import org.onevisit.housing.verifier.Verification;
import org.onevisit.housing.verifier.Verification.Outcome;

/** A host is killed while it writes checkpoints: each is there or not, and the next host goes on with the one that follows. */
@Timeout(3600)
class CheckpointKillTest {
    private static final int KILLS = Boolean.getBoolean("housing.drill") ? 40 : 3;
    private static final long SEED = Long.getLong("housing.seed", 20261124L);
    /** Two minutes of the host's clock each: so many make a checkpoint due at least once. */
    private static final int FEWEST_ROUNDS = 12;

    private static final int MORE_ROUNDS = 30;
    private static final int ROUND_TAKES_MICROS = 60_000;

    @TempDir
    Path folder;

    @Test
    @DisplayName("a host killed at any moment leaves a whole ledger, and its successor covers what was missed")
    void killedHostsLeaveAWholeLedger() throws Exception {
        Random random = new Random(SEED);
        List<String> wrong = new ArrayList<>();
        long covered = 0;
        long checkpoints = 0;
        int withUncovered = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            strike(kill, FEWEST_ROUNDS + random.nextInt(MORE_ROUNDS), random.nextInt(ROUND_TAKES_MICROS));
            Outcome outcome = verified();
            if (!outcome.isWhole()) {
                wrong.add("kill " + kill + ": " + outcome.findings());
            }
            assertThat(outcome.checkpoints())
                    .as("checkpoints after kill %d", kill)
                    .isGreaterThan(checkpoints);
            assertThat(outcome.covered()).as("covered after kill %d", kill).isGreaterThan(covered);
            withUncovered += outcome.uncovered() > 0 ? 1 : 0;
            checkpoints = outcome.checkpoints();
            covered = outcome.covered();
        }
        System.out.printf(
                "checkpoint kill drill: %d passed, %d failed, seed %d; %d checkpoints over %d entries, %d times with entries"
                        + " not yet covered%n",
                KILLS - wrong.size(), wrong.size(), SEED, checkpoints, covered, withUncovered);
        assertThat(wrong).as("seed %d", SEED).isEmpty();
    }

    private void strike(int kill, int rounds, int micros) throws Exception {
        Process host = OtherJvm.of(
                        CheckpointingHost.class,
                        folder.toString(),
                        Long.toString(SEED + kill),
                        Integer.toString(30 * kill))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("host.log").toFile()))
                .start();
        try (BufferedReader said = host.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.lines().filter("worked"::equals).limit(rounds).count())
                    .as("rounds of timed work before the kill")
                    .isEqualTo(rounds);
            TimeUnit.MICROSECONDS.sleep(micros);
        } finally {
            host.toHandle().destroyForcibly();
            host.waitFor();
        }
    }

    private Outcome verified() throws Exception {
        Keys keys = new Keys().with(folder.resolve("checkpoint.pub"));
        try (SqliteRows rows = SqliteRows.open(folder.resolve("store/housing.db"))) {
            return Verification.of(rows, keys, Optional.empty(), looked -> {});
        }
    }
}

package org.onevisit.housing.host.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.OtherJvm;
import org.onevisit.housing.host.demo.DemoLedger;
import org.onevisit.housing.verifier.Keys;
import org.onevisit.housing.verifier.SqliteRows;
import org.onevisit.housing.verifier.Verification;
import org.onevisit.housing.verifier.Verification.Outcome;

/** The verifier beside a host that writes, and after one that was killed. */
@Timeout(300)
class LiveLedgerTest {
    private static final int TRIES = 25;

    @TempDir
    Path folder;

    @Test
    @DisplayName("a ledger in the middle of being written raises no alarm, nor does one whose host was killed")
    void noFalseAlarm() throws Exception {
        Process host = OtherJvm.of(DemoLedger.class, folder.toString(), "3000", "3")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("host.log").toFile())
                .start();
        try {
            long grown = 0;
            long entries = 0;
            int withUncovered = 0;
            for (int i = 0; i < TRIES; i++) {
                while (host.isAlive()
                        && (!begun() || entriesNow() <= entries || verified().checkpoints() == 0)) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                Outcome outcome = verified();
                assertThat(outcome.findings()).isEmpty();
                grown += outcome.entries() > entries ? 1 : 0;
                withUncovered += outcome.uncovered() > 0 ? 1 : 0;
                entries = outcome.entries();
            }
            assertThat(host.isAlive()).as("it still wrote").isTrue();
            assertThat(grown).as("verifications between which it had grown").isEqualTo(TRIES);
            assertThat(withUncovered)
                    .as("verifications with entries not yet covered")
                    .isPositive();
        } finally {
            host.destroyForcibly().waitFor();
        }
        assertThat(SqliteRows.isQuiet(file()))
                .as("the killed host left its log behind")
                .isFalse();
        Outcome left = verified();
        assertThat(left.findings()).isEmpty();
        assertThat(left.entries()).isPositive();
    }

    /** The key is made when the store is open. */
    private boolean begun() {
        return Files.exists(folder.resolve("checkpoint.pub"));
    }

    private long entriesNow() {
        try (SqliteRows rows = SqliteRows.open(file())) {
            return rows.count();
        }
    }

    private Outcome verified() throws IOException {
        Keys keys = new Keys().with(folder.resolve("checkpoint.pub"));
        try (SqliteRows rows = SqliteRows.open(file())) {
            return Verification.of(rows, keys, Optional.empty(), looked -> {});
        }
    }

    private Path file() {
        return folder.resolve("store/housing.db");
    }
}

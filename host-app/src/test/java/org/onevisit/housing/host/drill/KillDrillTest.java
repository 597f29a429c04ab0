package org.onevisit.housing.host.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.process.Step;

/** A host under load is killed at a random moment: what it acknowledged is there, and what it was at goes on. */
@Timeout(3600)
class KillDrillTest {
    private static final int KILLS = Boolean.getBoolean("housing.drill") ? 50 : 5;
    private static final long SEED = Long.getLong("housing.seed", 20261124L);

    @TempDir
    Path folder;

    @Test
    @DisplayName("every acknowledged command is there, none twice, interrupted inquiries go on")
    void nothingAcknowledgedIsLost() throws Exception {
        Random random = new Random(SEED);
        List<String> acknowledged = new ArrayList<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            acknowledged.addAll(killedAfter(kill, 10 + random.nextInt(60)));
        }
        try (HousingHost host = DrillSite.start(folder, 0)) {
            ApprovalService approvals = host.approvalsFor(DrillSite.CLERK);
            for (String line : acknowledged) {
                String[] words = line.split(" ");
                Step step = host.publicDesk().progress(words[2], words[3]).step();
                assertThat(words[0].equals("ACCEPTED") && step == Step.RECEIVED)
                        .as("seed %d: %s is not lost", SEED, line)
                        .isFalse();
            }
            Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> approvals
                    .list(java.util.Optional.of(Stage.VERIFICATION), java.util.Optional.empty(), false, "", 1)
                    .items()
                    .isEmpty());
            acknowledged.stream()
                    .filter(line -> line.startsWith("ACCEPTED"))
                    .map(line -> ApplicationNumber.of(line.split(" ")[1]))
                    .forEach(number -> assertThat(approvals.journal(number))
                            .as("seed %d: findings of %s", SEED, number)
                            .filteredOn(entry -> entry.type().equals("FINDING_RECEIVED"))
                            .hasSize(9));
        }
    }

    /** What a host acknowledged until it was killed, after so many lines. */
    private List<String> killedAfter(int kill, int lines) throws IOException, InterruptedException {
        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledHost.class.getName(),
                        folder.toString(),
                        Long.toString(SEED + kill))
                .redirectError(folder.resolve("host.log").toFile())
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader reader = host.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("SUBMITTED ") || line.startsWith("ACCEPTED ")) {
                    said.add(line);
                }
                if (said.size() == lines) {
                    host.toHandle().destroyForcibly();
                }
            }
        }
        host.waitFor();
        assertThat(said).as("the host of kill %d said what it did", kill).hasSizeGreaterThanOrEqualTo(lines);
        String last = said.get(said.size() - 1);
        if (last.split(" ").length < 4) {
            said.remove(last); // cut in the middle of the line
        }
        return said;
    }
}

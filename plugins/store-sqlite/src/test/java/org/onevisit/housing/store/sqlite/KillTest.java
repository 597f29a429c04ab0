package org.onevisit.housing.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.StoredApplication;

/** A second JVM commits and is killed in the middle: nothing that it acknowledged is missing, nothing is there twice. */
class KillTest {
    private static final int KILLS = Boolean.getBoolean("housing.drill") ? 50 : 5;
    private static final int ACKNOWLEDGED_AT_MOST = 1500;

    @TempDir
    Path folder;

    private final Map<String, Long> acknowledged = new HashMap<>();

    @Test
    @DisplayName("every acknowledged commit survives kill -9 at any point")
    void acknowledgedCommitsSurvive() throws Exception {
        Path file = folder.resolve("住房 data").resolve("store.db");
        Random random = new Random(20261127);
        for (int kill = 1; kill <= KILLS; kill++) {
            runAndKill(file, 1 + random.nextInt(ACKNOWLEDGED_AT_MOST));
            checkContent(file, kill);
        }
        assertThat(nativeParts(file))
                .as("copies of the native part left behind")
                .isBetween(1L, 2L);
    }

    /** The native part is unpacked beside the file: the temporary folder of this process is no folder at all. */
    private void runAndKill(Path file, int after) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1", // it never lives for long
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + folder.resolve("nowhere"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommittingProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.appendTo(errors()))
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            int lines = 0;
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                note(line);
                if (++lines == after) {
                    process.toHandle().destroyForcibly(); // the output written so far can still be read
                }
            }
            assertThat(lines)
                    .as(() -> "lines before the kill; errors: " + errorText())
                    .isGreaterThanOrEqualTo(after);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private File errors() {
        return folder.resolve("errors.txt").toFile();
    }

    private String errorText() {
        try {
            return Files.readString(errors().toPath());
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void note(String line) {
        String[] words = line.split(" ");
        if (words.length == 3 && words[2].equals("acknowledged")) { // the last line may be cut
            acknowledged.merge(words[0], Long.parseLong(words[1]), Math::max);
        }
    }

    private void checkContent(Path file, int kill) throws SQLException {
        try (SqliteStore store = SqliteStore.open(file)) {
            for (int thread = 0; thread < CommittingProcess.THREADS; thread++) {
                long group = 0;
                for (String number : CommittingProcess.numbers(thread)) {
                    long revision = checkApplication(store, number, kill);
                    assertThat(group == 0 || group == revision)
                            .as("kill %d: a group is there whole or not at all", kill)
                            .isTrue();
                    group = revision;
                }
            }
        }
        assertThat(integrity(file)).as("kill %d: integrity", kill).isEqualTo("ok");
    }

    private long checkApplication(SqliteStore store, String name, int kill) {
        ApplicationNumber number = ApplicationNumber.of(name);
        long revision = store.load(number)
                .map(StoredApplication::state)
                .map(state -> state.revision())
                .orElse(0L);
        assertThat(revision)
                .as("kill %d: revision of %s", kill, name)
                .isGreaterThanOrEqualTo(acknowledged.getOrDefault(name, 0L));
        List<Long> all = LongStream.rangeClosed(1, revision).boxed().toList();
        assertThat(store.events(number, 0).stream().map(EventRow::sequence).toList())
                .isEqualTo(all);
        for (long each : all) {
            String claim = CommittingProcess.claim(name, each);
            assertThat(store.claimedBy(claim)).contains(number);
            assertThat(store.key(claim)).isPresent();
        }
        assertThat(store.claimedBy(CommittingProcess.claim(name, revision + 1))).isEmpty();
        return revision;
    }

    private static String integrity(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
            return row.getString(1);
        }
    }

    private static long nativeParts(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.resolveSibling("native"))) {
            return files.filter(path -> path.toString().endsWith(".so")
                            || path.toString().endsWith(".dylib")
                            || path.toString().endsWith(".dll"))
                    .count();
        }
    }
}

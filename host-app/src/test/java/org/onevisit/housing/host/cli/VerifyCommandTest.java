package org.onevisit.housing.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.OtherJvm;
import org.onevisit.housing.host.demo.DemoLedger;

/** {@code ./housing verify}, and the jar that it runs, alone. */
@Timeout(300)
class VerifyCommandTest {
    private static final Path JAR = Path.of("verifier/target/housing-verifier.jar");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void ledger() throws IOException {
        System.setProperty("housing.home", home(folder).toString());
        DemoLedger.in(folder.resolve("data"), 12, 1);
    }

    /** A program folder that holds the verifier. */
    static Path home(Path folder) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(home.resolve("verifier"));
        Files.copy(JAR, home.resolve("verifier/housing-verifier.jar"));
        return home;
    }

    @Test
    @DisplayName("the jar holds no class of the product but its own")
    void holdsNoOtherClass() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> classes = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && name.contains("onevisit"))
                    .toList();
            assertThat(classes).isNotEmpty().allMatch(name -> name.startsWith("org/onevisit/housing/verifier/"));
        }
    }

    @Test
    @DisplayName("a data folder is whole; the command says so with code 0, and with the head to keep")
    void whole() {
        assertThat(run("verify", data())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("whole", "newest checkpoint", "the key came from the folder itself");
    }

    @Test
    @DisplayName("alone, the jar says the same in JSON, and finds that the newest checkpoint is not the one expected")
    void alone() throws Exception {
        Path key = Files.copy(Path.of(data(), "checkpoint.pub"), folder.resolve("kept.pem"));
        List<byte[]> before = content();
        assertThat(alone(data(), "--key", key.toString(), "--json")).isZero();
        JsonNode said = JSON.readTree(out.toString());
        assertThat(said.path("whole").asBoolean()).isTrue();
        assertThat(said.path("entries").asLong())
                .isEqualTo(said.path("covered").asLong())
                .isPositive();
        String head = said.at("/newest/head").asText();
        assertThat(alone(data(), "--key", key.toString(), "--expect", head)).isZero();
        assertThat(alone(data(), "--key", key.toString(), "--expect", "0".repeat(64)))
                .isEqualTo(1);
        assertThat(out.toString()).contains("cut off or replaced");
        assertThat(content())
                .as("nothing was written")
                .usingRecursiveComparison()
                .isEqualTo(before);
    }

    @Test
    @DisplayName("wrong usage is code 2, and says what is right")
    void wrongUsage() {
        assertThat(run("verify", folder.resolve("nothing").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("name a data folder or a backup");
        assertThat(run("verify", data(), "--key", folder.resolve("none.pem").toString()))
                .isEqualTo(2);
        assertThat(run("verify", data(), "--expect", "12")).isEqualTo(2);
        assertThat(run("verify", data(), "--what")).isEqualTo(2);
        assertThat(run("verify")).isEqualTo(2);
    }

    @Test
    @DisplayName("a file that is no database is damage, not a defect")
    void noDatabase() throws IOException {
        Path file = Files.writeString(folder.resolve("housing.db"), "this is no database, and long enough to be read");
        assertThat(run("verify", file.toString(), "--key", data() + "/checkpoint.pub"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("DAMAGED").contains("housing.db");
        Files.delete(file);
    }

    private static String data() {
        return folder.resolve("data").toString();
    }

    private static List<byte[]> content() throws IOException {
        List<byte[]> content = new ArrayList<>();
        try (var files = Files.list(Path.of(data(), "store"))) {
            for (Path file : files.sorted().toList()) {
                content.add(Files.readAllBytes(file));
            }
        }
        return content;
    }

    private int alone(String... arguments) throws IOException, InterruptedException {
        Process process =
                OtherJvm.ofJar(JAR, arguments).redirectErrorStream(true).start();
        out.getBuffer().setLength(0);
        try (var said = process.inputReader()) {
            said.lines().forEach(line -> out.append(line).append('\n'));
        }
        return process.waitFor();
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}

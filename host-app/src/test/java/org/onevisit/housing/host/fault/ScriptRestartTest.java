package org.onevisit.housing.host.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The distribution as it is handed out, unpacked, and its script {@code housing}, with a plugin that eats the memory as soon as it is
 * asked: a county's calendar. The drill runs it when the zip has been made.
 */
@Timeout(180)
@EnabledIfSystemProperty(named = "housing.distribution", matches = ".+")
class ScriptRestartTest {
    private static final String NAME = "test.faulty-calendar";
    private static final String ENABLE = "./housing plugins enable " + NAME;
    private static final String LISTENING = "listening on ";
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    @TempDir
    Path folder;

    @Test
    @DisplayName("the script starts a host that ran out of memory again, once, and the plugin that ate it stays out")
    void startsAgainWithoutThePlugin() throws Exception {
        Path data = folder.resolve("data");
        try (FaultHost site = new FaultHost(data, "", builder -> builder.clock(Clock.systemUTC()))) {
            assertThat(site.lay(FaultHost.bundle(NAME, "1.0.0", FaultyCalendar.class), "calendar.jar"))
                    .isEqualTo("taken");
        }
        Path out = folder.resolve("out.txt");
        Process script = script(data, out);
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> !script.isAlive() || address(out).isPresent());
            assertThat(script.isAlive()).as(() -> read(out)).isTrue();
            assertThat(read(out))
                    .containsOnlyOnce("the host ran out of memory and is started again")
                    .contains("(1 of 5)");
            assertThat(ready(address(out).orElseThrow())).contains(ENABLE);
            List<ProcessHandle> hosts = script.descendants().toList();
            assertThat(hosts).as("one host runs").hasSize(1);
            script.destroy();
            assertThat(script.waitFor(60, TimeUnit.SECONDS))
                    .as("it ends when told")
                    .isTrue();
            assertThat(hosts).as("the host has ended before it").noneMatch(ProcessHandle::isAlive);
        } finally {
            script.descendants().forEach(ProcessHandle::destroyForcibly);
            script.destroyForcibly();
        }
    }

    @Test
    @DisplayName("a plugin that eats the memory as it comes in through the tray is not taken in again and again")
    void refusesWhatAteTheMemoryAsItCame() throws Exception {
        Path data = folder.resolve("data");
        Path jar = Files.createDirectories(data.resolve("plugins")).resolve("calendar.jar");
        Files.write(jar, FaultHost.bundle(NAME, "1.0.0", FaultyCalendar.class).jar());
        Path refused = jar.resolveSibling("calendar.jar.refused");
        Path out = folder.resolve("out.txt");
        Process script = script(data, out);
        try {
            Awaitility.await().atMost(PATIENCE).until(() -> read(out).contains("(2 of 5)") || Files.exists(refused));
            assertThat(read(out)).containsOnlyOnce("the host ran out of memory and is started again");
            assertThat(refused).content().contains(ENABLE);
            assertThat(script.isAlive()).isTrue();
        } finally {
            script.descendants().forEach(ProcessHandle::destroyForcibly);
            script.destroyForcibly();
        }
    }

    private Process script(Path data, Path out) throws IOException {
        Path script = unpacked().resolve("bin/housing");
        assertThat(script).isExecutable();
        ProcessBuilder builder = new ProcessBuilder(
                        script.toString(),
                        "run",
                        "--data",
                        data.toString(),
                        "--pack",
                        "pinghu",
                        "--port",
                        "0",
                        "--trust-unsigned")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("HOUSING_JAVA_OPTS", "-Xmx128m -Dhousing.fault.calendar=OUT_OF_MEMORY");
        return builder.start();
    }

    /** The program folder, as {@code unzip} leaves it. */
    private Path unpacked() throws IOException {
        Path zip = Path.of(System.getProperty("housing.distribution"));
        try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", "true"));
                Stream<Path> all = Files.walk(files.getPath("onevisit-housing"))) {
            for (Path one : (Iterable<Path>) all::iterator) {
                Path here = folder.resolve(one.toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(here);
                } else {
                    Files.copy(one, here);
                    Files.setPosixFilePermissions(here, Files.getPosixFilePermissions(one));
                }
            }
        }
        return folder.resolve("onevisit-housing");
    }

    private static Optional<URI> address(Path out) {
        return read(out)
                .lines()
                .filter(line -> line.startsWith(LISTENING))
                .map(line -> URI.create(line.substring(LISTENING.length()).strip()))
                .findFirst();
    }

    private static String read(Path out) {
        try {
            return Files.readString(out, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String ready(URI address) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address.resolve("/health/ready")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}

package org.onevisit.housing.host.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.readme.Guide;

/** The script {@code housing} itself, with a plugin that eats the memory as soon as it is asked: a county's calendar. */
@Timeout(180)
@EnabledIfSystemProperty(named = "housing.drill", matches = "true")
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
        Path bin = Files.createDirectories(folder.resolve("home/bin"));
        Path script = Files.copy(Guide.REPOSITORY.resolve("housing"), bin.resolve("housing"));
        classes(Files.createDirectories(folder.resolve("home/lib")).resolve("host.jar"));
        ProcessBuilder builder = new ProcessBuilder(
                        "bash",
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

    /** Stands for the jars of a distribution: names the host's classes where they are. */
    private static void classes(Path jar) throws IOException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(path.split(java.io.File.pathSeparator))
                                .map(one -> Path.of(one).toUri().toString())
                                .collect(Collectors.joining(" ")));
        try (OutputStream file = Files.newOutputStream(jar)) {
            new JarOutputStream(file, manifest).close();
        }
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

package org.onevisit.housing.host.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onevisit.housing.host.HostBuilder;
import org.onevisit.housing.host.cli.CommandLineForTests;
import org.onevisit.housing.model.ApplicationNumber;

/** A plugin that eats the memory of a real JVM, among agencies that are being called too. The drill has it of every kind. */
@Timeout(420)
class OutOfMemoryTest {
    private static final int OUT_OF_MEMORY = 3;
    private static final int LONGEST_SECONDS = 240;
    private static final int HOUSEHOLDS_OF_THE_NEXT_HOST = 1_000;

    @TempDir
    Path folder;

    /** What the host acknowledged, and where its clock stood. */
    private record Ended(List<ApplicationNumber> accepted, Duration ahead) {}

    static Stream<Hungry> calls() {
        return Boolean.getBoolean("housing.drill") ? Stream.of(Hungry.values()) : Stream.of(Hungry.CHECK);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    @DisplayName(
            "the host stops at once; it comes back without the plugin, with every acknowledged step; enabled, the plugin is back")
    void comesBackWithoutIt(Hungry hungry) throws Exception {
        Duration began = FaultHost.ahead();
        try (FaultHost site = host(hungry, began, builder -> builder)) {
            if (hungry != Hungry.STORE) {
                assertThat(site.lay(hungry.bundle(), "hungry.jar")).isEqualTo("taken");
            }
        }
        Ended ended = eatsTheMemory(hungry, began);
        assertThat(ended.accepted()).isNotEmpty();
        try (FaultHost site = host(
                hungry, ended.ahead(), builder -> builder.afterOutOfMemory().http(0))) {
            site.from(HOUSEHOLDS_OF_THE_NEXT_HOST);
            List<String> said = site.ear().forms(hungry.stamp()).stream()
                    .filter(line -> line.contains("had run out of memory"))
                    .toList();
            assertThat(said).hasSize(1);
            String told = "exit code %d; at the next start %s".formatted(OUT_OF_MEMORY, said.get(0));
            Aftermath aftermath = new Aftermath(hungry, site, ended.accepted(), folder);
            Cell cell = hungry == Hungry.STORE
                    ? withIt(told, hungry, site, ended, aftermath)
                    : withoutIt(told, hungry, site, ended, aftermath);
            System.out.println(hungry + " " + cell);
            FaultPage.mustRead(hungry.kind(), Fault.OUT_OF_MEMORY, cell);
        }
    }

    private FaultHost host(Hungry hungry, Duration ahead, UnaryOperator<HostBuilder> more) {
        return new FaultHost(
                folder, hungry.check(), 0, ahead, builder -> hungry.beside().apply(more.apply(builder)));
    }

    private Cell withoutIt(String told, Hungry hungry, FaultHost site, Ended ended, Aftermath aftermath)
            throws Exception {
        String name = hungry.plugin();
        String enable = "./housing plugins enable " + name;
        assertThat(site.plugins(name)).isEqualTo("1.0.0 REFUSED");
        assertThat(site.plugins(FaultHost.SIMULATED)).contains("ACTIVE");
        assertThat(site.host().missing()).anyMatch(line -> line.contains(enable));
        assertThat(health(site)).contains(enable);
        acknowledgedIsThere(hungry, site, ended);
        String without = aftermath.without();
        enabled(name);
        site.until(() -> site.host().scanTrays() >= 0 && site.plugins(name).equals("1.0.0 ACTIVE"));
        assertThat(site.host().missing()).isEmpty();
        String with = aftermath.with();
        return new Cell(
                told + "; plugins: REFUSED; missing: `" + enable + "`", without + "; enabled: " + with, others(hungry));
    }

    /** The store is not taken out, for nothing is served without it. */
    private Cell withIt(String told, Hungry hungry, FaultHost site, Ended ended, Aftermath aftermath) throws Exception {
        assertThat(site.host().missing()).isEmpty();
        assertThat(health(site)).contains("\"store\":\"UP\"");
        assertThat(folder.resolve("crash.json")).doesNotExist();
        acknowledgedIsThere(hungry, site, ended);
        return new Cell(told, aftermath.without(), others(hungry));
    }

    private static String others(Hungry hungry) {
        return "%1$d of %1$d %2$s are asked again and answer; no acknowledged step is missing"
                .formatted(hungry.agencies(), hungry.check().isEmpty() ? "agencies" : "other agencies");
    }

    private static void acknowledgedIsThere(Hungry hungry, FaultHost site, Ended ended) {
        for (ApplicationNumber number : ended.accepted()) {
            site.untilDue(() -> site.findings(number, FaultHost.SIMULATED) >= hungry.agencies());
            assertThat(site.journal(number)).extracting("type").contains("ACCEPTED");
        }
    }

    private Ended eatsTheMemory(Hungry hungry, Duration ahead) throws Exception {
        Path out = folder.resolve("out.txt");
        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HungryHost.class.getName(),
                        folder.toString(),
                        hungry.name(),
                        ahead.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean stopped;
        try {
            stopped = host.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
        } finally {
            host.destroyForcibly();
        }
        List<String> said = Files.readAllLines(out, StandardCharsets.UTF_8);
        assertThat(stopped).as(() -> "it stops: " + String.join("\n", said)).isTrue();
        assertThat(host.exitValue()).as(() -> String.join("\n", said)).isEqualTo(OUT_OF_MEMORY);
        List<String> stood = after("ahead ", said);
        return new Ended(
                after("accepted ", said).stream().map(ApplicationNumber::of).toList(),
                Duration.parse(stood.get(stood.size() - 1)));
    }

    private static List<String> after(String word, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()))
                .toList();
    }

    private void enabled(String name) {
        StringWriter out = new StringWriter();
        int code = CommandLineForTests.run(
                new PrintWriter(out, true), "plugins", "enable", name, "--data", folder.toString());
        assertThat(code).as(out::toString).isZero();
        assertThat(out.toString()).contains(name + " is enabled");
    }

    private static String health(FaultHost site) throws Exception {
        URI ready = site.host().address().orElseThrow().resolve("/health/ready");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}

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
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.cli.CommandLineForTests;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.SlotView;

/** A plugin that eats the memory of a real JVM, among eight agencies that are being called too. */
@Timeout(180)
class OutOfMemoryTest {
    private static final String NAME = "test.faulty-agency";
    private static final int HEALTHY = 8;
    private static final int OUT_OF_MEMORY = 3;

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "the host stops at once; it comes back without the plugin, with every acknowledged step; enabled, the plugin is back")
    void comesBackWithoutIt() throws Exception {
        try (FaultHost site = new FaultHost(folder, builder -> builder.clock(Clock.systemUTC()))) {
            assertThat(site.lay(FaultHost.bundle(NAME, "1.0.0", FaultyAgency.class), "agency.jar"))
                    .isEqualTo("taken");
        }
        List<ApplicationNumber> accepted = eatsTheMemory();
        assertThat(accepted).isNotEmpty();
        try (FaultHost site = new FaultHost(
                folder,
                builder -> builder.clock(Clock.systemUTC()).afterOutOfMemory().http(0))) {
            assertThat(site.ear().forms(NAME)).anyMatch(line -> line.contains("had run out of memory"));
            assertThat(site.plugins(NAME)).isEqualTo("1.0.0 REFUSED");
            assertThat(site.plugins(FaultHost.SIMULATED)).contains("ACTIVE");
            assertThat(String.join("; ", site.host().missing())).contains("./housing plugins enable " + NAME);
            assertThat(health(site.host().address().orElseThrow())).contains("./housing plugins enable " + NAME);
            for (ApplicationNumber number : accepted) {
                site.until(() -> later(site) && site.findings(number, FaultHost.SIMULATED) == HEALTHY);
                assertThat(site.journal(number)).extracting("type").contains("ACCEPTED");
                assertThat(site.slot(number, "police").status()).isEqualTo(SlotView.Status.OPEN);
            }
            enabled();
            site.until(() -> site.host().scanTrays() >= 0 && site.plugins(NAME).equals("1.0.0 ACTIVE"));
            assertThat(site.host().missing()).isEmpty();
            for (ApplicationNumber number : accepted) {
                site.until(() -> later(site) && site.clerk().find(number).step() == Step.REVIEWING);
                assertThat(site.findings(number, NAME)).isEqualTo(1);
            }
        }
    }

    private static boolean later(FaultHost site) {
        site.host().runDue();
        return true;
    }

    /** Numbers of the applications whose acceptance was acknowledged. */
    private List<ApplicationNumber> eatsTheMemory() throws Exception {
        Path out = folder.resolve("out.txt");
        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dhousing.fault.check=OUT_OF_MEMORY",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HungryHost.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(host.waitFor(100, TimeUnit.SECONDS)).as("it stops").isTrue();
        } finally {
            host.destroyForcibly();
        }
        List<String> said = Files.readAllLines(out, StandardCharsets.UTF_8);
        assertThat(host.exitValue()).as(() -> String.join("\n", said)).isEqualTo(OUT_OF_MEMORY);
        return said.stream()
                .filter(line -> line.startsWith("accepted "))
                .map(line -> ApplicationNumber.of(line.substring("accepted ".length())))
                .toList();
    }

    private void enabled() {
        StringWriter out = new StringWriter();
        int code = CommandLineForTests.run(
                new PrintWriter(out, true), "plugins", "enable", NAME, "--data", folder.toString());
        assertThat(code).as(out::toString).isZero();
        assertThat(out.toString()).contains(NAME + " is enabled");
    }

    private static String health(URI address) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address.resolve("/health/ready")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}

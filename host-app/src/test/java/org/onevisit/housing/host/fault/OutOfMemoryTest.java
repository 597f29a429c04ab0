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
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.host.cli.CommandLineForTests;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.JournalEntry;
import org.onevisit.housing.view.SlotView;

/** A plugin that eats the memory of a real JVM, among agencies that are being called too. The drill has it of every kind. */
@Timeout(240)
class OutOfMemoryTest {
    private static final int OUT_OF_MEMORY = 3;

    @TempDir
    Path folder;

    static Stream<Hungry> kinds() {
        return Boolean.getBoolean("housing.drill") ? Stream.of(Hungry.values()) : Stream.of(Hungry.CHECK);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    @DisplayName(
            "the host stops at once; it comes back without the plugin, with every acknowledged step; enabled, the plugin is back")
    void comesBackWithoutIt(Hungry hungry) throws Exception {
        try (FaultHost site = new FaultHost(folder, hungry.check(), builder -> builder.clock(Clock.systemUTC()))) {
            assertThat(site.lay(hungry.bundle(), "hungry.jar")).isEqualTo("taken");
        }
        List<ApplicationNumber> accepted = eatsTheMemory(hungry);
        assertThat(accepted).isNotEmpty();
        String name = hungry.plugin();
        try (FaultHost site = new FaultHost(folder, hungry.check(), builder -> builder.clock(Clock.systemUTC())
                .afterOutOfMemory()
                .http(0))) {
            assertThat(site.ear().forms(hungry.stamp())).anyMatch(line -> line.contains("had run out of memory"));
            assertThat(site.plugins(name)).isEqualTo("1.0.0 REFUSED");
            assertThat(site.plugins(FaultHost.SIMULATED)).contains("ACTIVE");
            assertThat(String.join("; ", site.host().missing())).contains("./housing plugins enable " + name);
            assertThat(health(site.host().address().orElseThrow())).contains("./housing plugins enable " + name);
            for (ApplicationNumber number : accepted) {
                site.untilDue(() -> site.findings(number, FaultHost.SIMULATED) == hungry.agencies());
                assertThat(site.journal(number)).extracting("type").contains("ACCEPTED");
            }
            without(hungry, site, accepted);
            enabled(name);
            site.until(() -> site.host().scanTrays() >= 0 && site.plugins(name).equals("1.0.0 ACTIVE"));
            assertThat(site.host().missing()).isEmpty();
            with(hungry, site, accepted);
        }
    }

    /** What becomes of applications while the plugin is disabled. */
    private static void without(Hungry hungry, FaultHost site, List<ApplicationNumber> accepted) {
        for (ApplicationNumber number : accepted) {
            switch (hungry) {
                case CHECK ->
                    assertThat(site.slot(number, hungry.check()).status()).isEqualTo(SlotView.Status.OPEN);
                case CHANNEL -> {
                    site.untilDue(() -> site.clerk().find(number).step() != Step.CHECKING);
                    assertThat(site.journal(number))
                            .filteredOn("type", "PAPER_DELIVERED")
                            .isEmpty();
                }
                case POLICY -> {
                    site.untilDue(() -> site.clerk().find(number).step() != Step.CHECKING);
                    assertThat(site.clerk().find(number).verdict()).isNotEqualTo(Met.UNKNOWN);
                }
                case OUTLET -> site.untilDue(() -> site.clerk().find(number).step() != Step.POSTING);
            }
        }
        if (hungry == Hungry.OUTLET) {
            assertThat(accepted)
                    .as("one of them was being posted")
                    .anyMatch(number -> site.clerk().find(number).step() == Step.NOTICE_OPEN);
        }
    }

    /** What becomes of them when it is enabled. */
    private static void with(Hungry hungry, FaultHost site, List<ApplicationNumber> accepted) {
        for (ApplicationNumber number : accepted) {
            switch (hungry) {
                case CHECK -> {
                    site.untilDue(() -> site.clerk().find(number).step() == Step.REVIEWING);
                    assertThat(site.findings(number, hungry.plugin())).isEqualTo(1);
                }
                case CHANNEL -> {
                    site.untilDue(() -> delivered(site, number) > 0);
                    assertThat(site.journal(number))
                            .filteredOn("type", "PAPER_DELIVERED")
                            .extracting(JournalEntry::outcomes)
                            .doesNotHaveDuplicates();
                }
                case POLICY -> {
                    site.on("policy", Fault.THROWS);
                    assertThat(site.clerk().find(number).verdict())
                            .as("it is asked")
                            .isEqualTo(Met.UNKNOWN);
                    site.off();
                    assertThat(site.clerk().find(number).verdict()).isNotEqualTo(Met.UNKNOWN);
                }
                case OUTLET ->
                    assertThat(site.journal(number))
                            .filteredOn("type", "NOTICE_POSTED")
                            .hasSizeLessThan(2);
            }
        }
        if (hungry == Hungry.OUTLET) {
            FaultOffice office = new FaultOffice(site);
            ApplicationNumber next = office.eligible();
            office.decide(next);
            assertThat(site.journal(next))
                    .filteredOn("type", "NOTICE_POSTED")
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.stamp()).isEqualTo(hungry.stamp()));
        }
    }

    private static long delivered(FaultHost site, ApplicationNumber number) {
        return site.journal(number).stream()
                .filter(entry -> entry.type().equals("PAPER_DELIVERED"))
                .count();
    }

    /** Numbers of the applications whose acceptance was acknowledged. */
    private List<ApplicationNumber> eatsTheMemory(Hungry hungry) throws Exception {
        Path out = folder.resolve("out.txt");
        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HungryHost.class.getName(),
                        folder.toString(),
                        hungry.check(),
                        hungry.property(),
                        Integer.toString(hungry.after()))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(host.waitFor(150, TimeUnit.SECONDS)).as("it stops").isTrue();
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

    private void enabled(String name) {
        StringWriter out = new StringWriter();
        int code = CommandLineForTests.run(
                new PrintWriter(out, true), "plugins", "enable", name, "--data", folder.toString());
        assertThat(code).as(out::toString).isZero();
        assertThat(out.toString()).contains(name + " is enabled");
    }

    private static String health(URI address) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address.resolve("/health/ready")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}

package org.onevisit.housing.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.host.fake.FakeBundle;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/** A host in a plain test: Felix is real, the engine is a fake one out of a bundle. */
@Timeout(60)
class HousingHostTest {
    private static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");

    @TempDir
    Path folder;

    @Test
    @DisplayName("a host starts, gives the engine of the framework, opens no port")
    void startsAndGivesTheEngine() {
        try (HousingHost host = Hosts.in(folder).start()) {
            assertThat(host.engine().missing()).isEmpty();
            assertThat(host.engine().installedChecks()).containsExactly("clock: 1", "executor: 1");
            assertThat(host.address()).isEmpty();
            assertThat(host.plugins()).extracting("name").containsExactly("test.engine");
        }
    }

    @Test
    @DisplayName("no pack given is an error, never a default county")
    void packMustBeNamed() {
        HostBuilder builder = Hosts.in(folder).pack("");
        assertThatThrownBy(builder::start).isInstanceOfSatisfying(HousingException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.SITE_NOT_READY);
            assertThat(e).hasMessageContaining("no pack");
        });
    }

    @Test
    @DisplayName("a second host on one folder is refused with process id and folder, and the first goes on")
    void secondHostIsRefused() {
        try (HousingHost first = Hosts.in(folder).start()) {
            HostBuilder second = Hosts.in(folder.resolve("../" + folder.getFileName()));
            assertThatThrownBy(second::start)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
            assertThat(first.engine().missing()).isEmpty();
        }
        try (HousingHost again = Hosts.in(folder).start()) {
            assertThat(again.missing()).isEmpty();
        }
    }

    @Test
    @DisplayName("what is missing is listed, and nothing stays open")
    void missingIsListed() {
        FakeBundle engine = FakeBundle.engine().header("Fake-Missing", "check tax: no plugin supplies it");
        assertThatThrownBy(() ->
                        Hosts.in(folder, engine).patience(Duration.ofMillis(50)).start())
                .hasMessageContaining("check tax: no plugin supplies it");
        try (HousingHost host = Hosts.in(folder, engine)
                .patience(Duration.ofMillis(50))
                .evenIncomplete()
                .start()) {
            assertThat(host.missing()).containsExactly("check tax: no plugin supplies it");
        }
    }

    @Test
    @DisplayName("with one thread nothing happens by itself; otherwise timed work is done each second")
    void timedWork() {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        try (HousingHost host = Hosts.in(folder).clock(clock).singleThread().start()) {
            assertThat(host.runDue()).isEqualTo(1);
            assertThat(host.runDue()).isEqualTo(2);
            assertThat(host.engine().nextDue(NOON)).contains(NOON);
        }
        try (HousingHost host = Hosts.in(folder).clock(clock).start()) {
            HousingEngine engine = host.engine();
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> engine.nextDue(NOON)
                    .isPresent());
        }
    }

    @Test
    @DisplayName("a closed host has no engine, closing again does nothing, only folders and its log stay")
    void closesOnce() throws IOException {
        HousingHost host = Hosts.in(folder.resolve("平湖 数据")).start();
        host.close();
        host.close();
        assertThatThrownBy(host::engine).isInstanceOf(HousingException.class);
        try (Stream<Path> files = Files.list(folder.resolve("平湖 数据"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactly("housing.lock");
        }
    }
}

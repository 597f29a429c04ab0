package org.onevisit.housing.host.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onevisit.housing.host.tray.TrayTest.NAME;
import static org.onevisit.housing.host.tray.TrayTest.answer;
import static org.onevisit.housing.host.tray.TrayTest.pack;
import static org.onevisit.housing.host.tray.TrayTest.plugin;
import static org.onevisit.housing.host.tray.TrayTest.take;
import static org.onevisit.housing.host.tray.TrayTest.versions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.Hosts;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.fake.FakeBundle;
import org.onevisit.housing.host.fake.FakeClock;
import org.onevisit.housing.host.fake.FakeSigner;
import org.onevisit.housing.host.fake.FakeZip;
import org.onevisit.housing.host.fake.Repacked;
import org.onevisit.housing.host.http.HostControl.PluginInfo;
import org.onevisit.housing.host.trust.Certificates;
import org.onevisit.housing.host.trust.Purpose;

/** In-trays of a host as it is unless somebody says otherwise: it takes what somebody signed whom the county trusts. */
@Timeout(120)
class SignedTrayTest {
    private static final FakeSigner OFFICE =
            FakeSigner.named("O=County, CN=Pinghu Housing Office").make();
    private static final FakeSigner STRANGER = FakeSigner.named("CN=Stranger").make();
    private static final String PACK = "org.onevisit.housing.pack-pinghu";

    @TempDir
    Path folder;

    private final FakeClock clock = new FakeClock("2026-11-27T01:00:00Z");
    private Path plugins;
    private Path packs;
    private Path certificate;

    @BeforeEach
    void makeTrays() throws IOException {
        plugins = Files.createDirectories(folder.resolve("plugins"));
        packs = Files.createDirectories(folder.resolve("packs"));
        certificate = OFFICE.into(folder.resolve("etc/trust"));
    }

    @Test
    @DisplayName("what is signed and trusted is taken, shown with its signer, and comes back after a restart")
    void takesWhatIsTrusted() throws IOException {
        try (HousingHost host = start()) {
            assertThat(host.control().trustsUnsigned()).isFalse();
            Path file = take(host, plugins, "a.jar", OFFICE.sign(plugin("1.0.0").jar()));
            assertThat(answer(file, ".ok")).contains("signed CN=Pinghu Housing Office, O=County, trusted", "installed");
            assertThat(signed(host)).containsExactly("signed CN=Pinghu Housing Office, O=County, trusted");
        }
        try (HousingHost host = start()) {
            assertThat(versions(host)).containsExactly("1.0.0");
            assertThat(signed(host)).containsExactly("signed CN=Pinghu Housing Office, O=County, trusted");
            assertThat(host.missing()).isEmpty();
        }
    }

    @Test
    @DisplayName(
            "what nobody signed, a stranger signed, or was changed since, is refused with the reason; what serves stays")
    void refusesTheRest() throws IOException {
        try (HousingHost host = start()) {
            take(host, plugins, "good.jar", OFFICE.sign(plugin("1.0.0").jar()));
            byte[] bad = OFFICE.sign(plugin("2.0.0").text("a.txt", "one text").jar());
            refused(host, plugin("2.0.0").jar(), "it is not signed");
            refused(host, STRANGER.sign(plugin("2.0.0").jar()), "CN=Stranger");
            refused(host, new FakeZip(bad).with("a.txt", "two text").jar(), "changed after it was signed");
            refused(
                    host,
                    OFFICE.sign(plugin("2.0.0")
                            .header("Require-Bundle", "system.bundle")
                            .jar()),
                    "Require-Bundle");
            assertThat(versions(host)).containsExactly("1.0.0");
            assertThat(folder.resolve("modules").toFile().list()).hasSize(1);
        }
    }

    @Test
    @DisplayName("a bare pack is refused with the way to sign it; a signed pack is taken")
    void packs() throws IOException {
        try (HousingHost host = start()) {
            Path bare = take(host, packs, "a.yaml", pack("2026.1", "2020-01-01"));
            assertThat(answer(bare, ".refused")).contains("nobody can sign it", "Housing-Pack", "jarsigner");
            FakeBundle jar = new FakeBundle("test.pack", "2026.1")
                    .header("Housing-Pack", "pack.yaml")
                    .text("pack.yaml", new String(pack("2026.1", "2020-01-01"), StandardCharsets.UTF_8));
            assertThat(answer(take(host, packs, "b.jar", OFFICE.sign(jar.jar())), ".ok"))
                    .contains("installed");
        }
    }

    @Test
    @DisplayName("a certificate that is added to a running host counts with the next file")
    void addedWhileRunning() throws IOException {
        try (HousingHost host = start()) {
            byte[] jar = STRANGER.sign(plugin("1.0.0").jar());
            refused(host, jar, "CN=Stranger");
            new Certificates(folder.resolve("etc/trust")).add(STRANGER.into(folder), Purpose.SIGNER);
            assertThat(answer(take(host, plugins, "b.jar", jar), ".ok")).contains("signed CN=Stranger, trusted");
        }
    }

    @Test
    @DisplayName(
            "a module whose certificate is taken away, revoked or expired does not come back, and is shown with the cure")
    void doesNotComeBack() throws IOException {
        FakeSigner vendor = FakeSigner.named("CN=Vendor")
                .valid(clock.instant(), clock.instant().plus(Duration.ofDays(30)))
                .make();
        Path vendors = vendor.into(folder.resolve("etc/trust"));
        try (HousingHost host = start()) {
            take(host, plugins, "a.jar", vendor.sign(plugin("1.0.0").jar()));
        }
        String pem = Files.readString(vendors);
        Files.delete(vendors);
        heldBack("housing trust add FILE");
        Files.writeString(vendors, pem);
        comesBack();
        Path revoked = Files.writeString(
                folder.resolve("etc/trust/revoked.txt"),
                "serial %s issuer CN=Vendor".formatted(vendor.certificate().getSerialNumber()));
        heldBack("is revoked in revoked.txt");
        Files.delete(revoked);
        comesBack();
        clock.pass(Duration.ofDays(31));
        heldBack("CN=Vendor was valid from");
    }

    @Test
    @DisplayName("a copy that was changed on the disk does not come back, signed or not; laying it in again mends it")
    void changedCopy() throws IOException {
        byte[] jar = OFFICE.sign(plugin("1.0.0").jar());
        try (HousingHost host = start()) {
            take(host, plugins, "a.jar", jar);
        }
        try (Stream<Path> copies = Files.list(folder.resolve("modules"))) {
            Files.write(
                    copies.findFirst().orElseThrow(),
                    OFFICE.sign(plugin("6.6.6").jar()));
        }
        heldBack("gone or was changed");
        try (HousingHost host = start()) {
            assertThat(versions(host)).containsExactly("1.0.0");
            assertThat(state(host)).containsExactly("REFUSED");
            Path again = take(host, plugins, "b.jar", jar);
            assertThat(answer(again, ".ok")).contains("installed").doesNotContain("already");
            assertThat(state(host)).containsExactly("ACTIVE");
            assertThat(host.missing()).isEmpty();
        }
        comesBack();
    }

    @Test
    @DisplayName(
            "a pack that does not come back leaves its place empty: the county is not judged by the one in the host")
    void nothingInItsPlace() throws IOException {
        byte[] jar = OFFICE.sign(Repacked.jar("pack-pinghu", "2018.9"));
        try (HousingHost host = county()) {
            take(host, packs, "pinghu.jar", jar);
            assertThat(packVersions(host)).containsExactly("2018.9.0");
        }
        String pem = Files.readString(certificate);
        Files.delete(certificate);
        try (HousingHost host = county()) {
            assertThat(packVersions(host)).containsExactly("2018.9.0");
            assertThat(host.plugins())
                    .filteredOn(module -> module.name().equals(PACK))
                    .extracting(PluginInfo::state)
                    .containsExactly("REFUSED");
            assertThat(host.missing()).anyMatch(line -> line.contains(PACK) && line.contains("未恢复"));
        }
        Files.writeString(certificate, pem);
        try (HousingHost host = county()) {
            assertThat(packVersions(host)).containsExactly("2018.9.0");
            assertThat(host.missing()).noneMatch(line -> line.contains("未恢复"));
        }
    }

    @Test
    @DisplayName("a host for development takes it all, and shows whom it does not trust")
    void development() throws IOException {
        try (HousingHost host =
                Hosts.in(folder).clock(clock).trustUnsigned().singleThread().start()) {
            assertThat(host.control().trustsUnsigned()).isTrue();
            take(host, plugins, "a.jar", STRANGER.sign(plugin("1.0.0").jar()));
            assertThat(signed(host)).singleElement().asString().startsWith("not trusted: ");
        }
        heldBack("CN=Stranger");
    }

    private void comesBack() {
        try (HousingHost host = start()) {
            assertThat(versions(host)).containsExactly("1.0.0");
            assertThat(state(host)).containsExactly("ACTIVE");
            assertThat(host.missing()).isEmpty();
        }
    }

    private void heldBack(String reason) {
        try (HousingHost host = start()) {
            assertThat(state(host)).containsExactly("REFUSED");
            assertThat(host.plugins())
                    .filteredOn("name", NAME)
                    .extracting(PluginInfo::text)
                    .allMatch(text -> text.contains(reason));
            assertThat(host.missing()).singleElement().asString().contains(NAME + " 1.0.0", reason);
            assertThat(host.engine().missing()).isEmpty();
        }
    }

    private void refused(HousingHost host, byte[] jar, String reason) throws IOException {
        assertThat(answer(take(host, plugins, "bad.jar", jar), ".refused")).contains(reason);
    }

    private HousingHost start() {
        return Hosts.in(folder).clock(clock).singleThread().start();
    }

    private HousingHost county() {
        return HousingHost.in(folder)
                .pack("pinghu")
                .clock(clock)
                .patience(Duration.ofMillis(100))
                .evenIncomplete()
                .singleThread()
                .start();
    }

    private static List<String> signed(HousingHost host) {
        return own(host).map(PluginInfo::signed).toList();
    }

    private static List<String> state(HousingHost host) {
        return own(host).map(PluginInfo::state).toList();
    }

    private static Stream<PluginInfo> own(HousingHost host) {
        return host.plugins().stream().filter(plugin -> plugin.name().equals(NAME));
    }

    private static List<String> packVersions(HousingHost host) {
        return host.plugins().stream()
                .filter(module -> module.name().equals(PACK))
                .map(PluginInfo::version)
                .toList();
    }
}

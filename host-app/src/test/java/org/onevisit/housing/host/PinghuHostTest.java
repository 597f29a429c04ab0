package org.onevisit.housing.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.framework.NestedBundle;
import org.osgi.framework.Constants;

/** The host with everything that travels in it: the real core, store, pack and agency plugins. */
@Timeout(120)
class PinghuHostTest {
    private static final String SIMULATED = "org.onevisit.housing.agency.simulated";
    private static final Map<String, String> CHECKS = Map.of(
            "police", "person.registerSince",
            "civil-affairs", "household.assistanceCertificate",
            "finance", "income.publicSalaryYear subsidy.housingPaid",
            "social-security", "income.wageYear income.pensionYear",
            "statistics", "statistic.disposableIncome",
            "market", "income.businessYear",
            "real-estate", "home.floorArea",
            "housing", "home.signedContracts home.otherHousingSecurity",
            "expropriation", "expropriation.settlementHomes");

    @TempDir
    Path folder;

    @Test
    @DisplayName("with nine checks configured it is ready when it has started, no port is open")
    void isReady() {
        try (HousingHost host = pinghu().start()) {
            assertThat(host.missing()).isEmpty();
            assertThat(host.engine().installedChecks()).hasSize(9);
            assertThat(host.address()).isEmpty();
            assertThat(host.plugins()).extracting("state").containsOnly("ACTIVE");
        }
    }

    @Test
    @DisplayName("without its checks it does not start, and each of them is named")
    void namesWhatIsMissing() {
        HostBuilder bare = HousingHost.in(folder).pack("pinghu").patience(Duration.ofMillis(500));
        assertThatThrownBy(bare::start)
                .satisfies(e -> CHECKS.keySet().forEach(check -> assertThat(e).hasMessageContaining(check)));
    }

    @Test
    @DisplayName(
            "configuration is compared with what the plugin says: an unknown name, a wrong type, with file and place")
    void configurationIsChecked() throws IOException {
        Path etc = Files.createDirectories(folder.resolve("etc"));
        Files.writeString(
                etc.resolve(SIMULATED + "~bank.json"), "{\"check\": \"bank\",\n \"suplies\": [], \"seed\": \"x\"}");
        assertThatThrownBy(() -> pinghu().start())
                .hasMessageContaining("bank.json, line 2, column 2: suplies is not known; is supplies meant?")
                .hasMessageContaining("seed is a whole number");
    }

    @Test
    @DisplayName("a newer agency plugin in the tray takes over the configuration and every check of the old one")
    void pluginIsReplaced() throws IOException {
        try (HousingHost host = pinghu().trustUnsigned().singleThread().start()) {
            Files.write(folder.resolve("plugins").resolve("simulated.jar"), simulated("1.0.1"));
            host.scanTrays();
            assertThat(host.scanTrays()).isEqualTo(1);
            assertThat(folder.resolve("plugins").resolve("simulated.jar.ok")).exists();
            assertThat(host.missing()).isEmpty();
            assertThat(host.engine().installedChecks()).hasSize(9).allMatch(check -> check.endsWith("@1.0.1"));
        }
        try (HousingHost host = pinghu().trustUnsigned().start()) {
            assertThat(host.engine().installedChecks()).allMatch(check -> check.endsWith("@1.0.1"));
        }
    }

    private HostBuilder pinghu() {
        HostBuilder builder = HousingHost.in(folder).pack("pinghu").patience(Duration.ofSeconds(30));
        CHECKS.forEach((check, facts) -> {
            Map<String, Object> values = new HashMap<>(Map.of("check", check, "supplies", facts.split(" ")));
            builder.configure(SIMULATED + "~" + check, values);
        });
        return builder;
    }

    /** The plugin that travels in the host, under another version. */
    private static byte[] simulated(String version) throws IOException {
        NestedBundle nested = NestedBundle.all().stream()
                .filter(bundle -> bundle.name().contains("agency-simulated"))
                .findFirst()
                .orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream content = nested.content().get();
                JarInputStream from = new JarInputStream(content)) {
            Manifest manifest = from.getManifest();
            manifest.getMainAttributes().putValue(Constants.BUNDLE_VERSION, version);
            try (JarOutputStream to = new JarOutputStream(bytes, manifest)) {
                for (JarEntry entry = from.getNextJarEntry(); entry != null; entry = from.getNextJarEntry()) {
                    to.putNextEntry(new JarEntry(entry.getName()));
                    from.transferTo(to);
                }
            }
        }
        return bytes.toByteArray();
    }
}

package org.onevisit.housing.host.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.host.Hosts;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.fake.FakeBundle;
import org.onevisit.housing.host.fake.PluginActivator;
import org.osgi.framework.Constants;

/** In-trays of a host that runs: what is taken, what is refused, what stays. */
@Timeout(120)
class TrayTest {
    static final String NAME = "test.plugin";

    @TempDir
    Path folder;

    private Path plugins;
    private Path packs;

    @BeforeEach
    void makeTrays() throws IOException {
        plugins = Files.createDirectories(folder.resolve("plugins"));
        packs = Files.createDirectories(folder.resolve("packs"));
    }

    @Test
    @DisplayName(
            "a plugin is taken when it has not changed between two looks, answered once, and survives its file and a restart")
    void takesAPlugin() throws IOException {
        Path jar = lay(plugins, "plugin.jar", plugin("1.0.0").jar());
        try (HousingHost host = start()) {
            assertThat(host.scanTrays()).isZero();
            assertThat(host.scanTrays()).isEqualTo(1);
            assertThat(host.scanTrays()).isZero();
            assertThat(answer(jar, ".ok")).contains("name: " + NAME, "version: 1.0.0", "sha256: ", "installed");
            assertThat(versions(host)).containsExactly("1.0.0");
            Files.delete(jar);
            host.scanTrays();
            assertThat(versions(host)).containsExactly("1.0.0");
        }
        try (HousingHost host = start()) {
            assertThat(versions(host)).containsExactly("1.0.0");
            assertThat(host.plugins())
                    .filteredOn("name", NAME)
                    .extracting("state")
                    .containsExactly("ACTIVE");
        }
    }

    @Test
    @DisplayName("a file that is still being written is left alone")
    void waitsForTheWholeFile() throws IOException {
        byte[] jar = plugin("1.0.0").jar();
        try (HousingHost host = start()) {
            for (int part = 1; part <= 3; part++) {
                lay(plugins, "plugin.jar", Arrays.copyOf(jar, jar.length * part / 3));
                assertThat(host.scanTrays()).isZero();
            }
            assertThat(host.scanTrays()).isEqualTo(1);
            assertThat(versions(host)).containsExactly("1.0.0");
        }
    }

    @Test
    @DisplayName("what is no module, or would stand in for a part of the host, is refused with its reason")
    void refusesBadFiles() throws IOException {
        byte[] whole = plugin("1.0.0").jar();
        Map<String, byte[]> bad = Map.of(
                "text.jar", "not a jar".getBytes(StandardCharsets.UTF_8),
                "half.jar", Arrays.copyOf(whole, whole.length / 2),
                "nameless.jar",
                        new FakeBundle("x", "1")
                                .header(Constants.BUNDLE_SYMBOLICNAME, "")
                                .jar(),
                "exports.jar",
                        plugin("1")
                                .header(Constants.EXPORT_PACKAGE, "org.onevisit.housing.engine")
                                .jar(),
                "copies.jar", plugin("1").classes(HousingEngine.class).jar(),
                "core.jar", new FakeBundle("test.engine", "9.0.0").jar(),
                "felix.jar", new FakeBundle("org.apache.felix.framework", "9.0.0").jar(),
                "pack.jar",
                        new FakeBundle("x", "1")
                                .header("Housing-Pack", "pack.yaml")
                                .jar(),
                "broken.jar",
                        plugin("1")
                                .header(Constants.IMPORT_PACKAGE, "not.there")
                                .jar(),
                "crash.jar",
                        plugin("1")
                                .header(Constants.BUNDLE_ACTIVATOR, "not.There")
                                .jar());
        for (Map.Entry<String, byte[]> file : bad.entrySet()) {
            lay(plugins, file.getKey(), file.getValue());
        }
        try (HousingHost host = start()) {
            int before = host.plugins().size();
            host.scanTrays();
            assertThat(host.scanTrays()).isEqualTo(bad.size());
            Map<String, String> reasons = Map.of(
                    "text.jar", "not a jar",
                    "half.jar", "not a whole jar",
                    "nameless.jar", "no Bundle-SymbolicName",
                    "exports.jar", "exports the package org.onevisit.housing.engine",
                    "copies.jar", "carries a copy of the package org.onevisit.housing.engine",
                    "core.jar", "a part of the host",
                    "felix.jar", "a part of the host",
                    "pack.jar", "lay it into packs/",
                    "broken.jar", "not.there",
                    "crash.jar", "does not start");
            for (Map.Entry<String, String> reason : reasons.entrySet()) {
                assertThat(answer(plugins.resolve(reason.getKey()), ".refused")).contains(reason.getValue());
            }
            assertThat(host.plugins()).hasSize(before);
        }
    }

    @Test
    @DisplayName(
            "another version takes the place of the one in service; the same version with another content is refused")
    void replaces() throws IOException {
        try (HousingHost host = start()) {
            take(host, plugins, "a.jar", plugin("1.0.0").jar());
            Path second = take(host, plugins, "b.jar", plugin("1.1.0").jar());
            assertThat(versions(host)).containsExactly("1.1.0");
            assertThat(answer(second, ".ok")).contains("in place of [1.0.0]");
            Path changed = take(
                    host,
                    plugins,
                    "c.jar",
                    plugin("1.1.0").text("more.txt", "x").jar());
            assertThat(answer(changed, ".refused")).contains("raise the version");
        }
        try (HousingHost host = start()) {
            host.scanTrays();
            assertThat(host.scanTrays()).as("answered before").isZero();
            assertThat(versions(host)).containsExactly("1.1.0");
        }
    }

    @Test
    @Timeout(60)
    @DisplayName("a version that does not offer what the one in service offers is refused, and the old one stays")
    void oldOneStays() throws IOException {
        try (HousingHost host = start()) {
            take(host, plugins, "a.jar", plugin("1.0.0").jar());
            Path idle = take(host, plugins, "b.jar", new FakeBundle(NAME, "2.0.0").jar());
            assertThat(answer(idle, ".refused")).contains("does not offer java.lang.Runnable");
            assertThat(versions(host)).containsExactly("1.0.0");
        }
    }

    @Test
    @DisplayName("a bare pack is wrapped; one that is in force later stands beside the edition in force")
    void wrapsBarePacks() throws IOException {
        try (HousingHost host = start()) {
            take(host, packs, "a.yaml", pack("2026.1", "2020-01-01"));
            take(host, packs, "b.yaml", pack("2026.2", "2020-02-01"));
            Path later = take(host, packs, "c.yaml", pack("2099.1", "2099-01-01"));
            assertThat(answer(later, ".ok")).contains("in force later");
            assertThat(host.plugins())
                    .filteredOn("kind", "pack")
                    .extracting(pack -> pack.version().replaceFirst("^(\\d+\\.\\d+).*", "$1"))
                    .containsExactly("2026.2", "2099.1");
            Path bad = take(host, packs, "d.yaml", "pack: [".getBytes(StandardCharsets.UTF_8));
            assertThat(answer(bad, ".refused")).contains("no YAML");
        }
        try (HousingHost host = start()) {
            assertThat(host.plugins()).filteredOn("kind", "pack").hasSize(2);
        }
    }

    private HousingHost start() {
        return Hosts.in(folder).trustUnsigned().singleThread().start();
    }

    static Path take(HousingHost host, Path tray, String name, byte[] content) throws IOException {
        Path file = lay(tray, name, content);
        host.scanTrays();
        assertThat(host.scanTrays()).isEqualTo(1);
        return file;
    }

    static Path lay(Path tray, String name, byte[] content) throws IOException {
        return Files.write(tray.resolve(name), content);
    }

    static String answer(Path file, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
            List<String> answers = files.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith(file.getFileName() + "."))
                    .toList();
            assertThat(answers).containsExactly(file.getFileName() + suffix);
        }
        return Files.readString(file.resolveSibling(file.getFileName() + suffix));
    }

    static List<String> versions(HousingHost host) {
        return host.plugins().stream()
                .filter(plugin -> plugin.name().equals(NAME))
                .map(plugin -> plugin.version())
                .toList();
    }

    static FakeBundle plugin(String version) {
        return new FakeBundle(NAME, version)
                .header(Constants.BUNDLE_ACTIVATOR, PluginActivator.class.getName())
                .header(Constants.IMPORT_PACKAGE, "org.osgi.framework")
                .classes(PluginActivator.class);
    }

    static byte[] pack(String edition, String from) {
        return "pack: test\nedition: \"%s\"\neffectiveFrom: %s\n"
                .formatted(edition, from)
                .getBytes(StandardCharsets.UTF_8);
    }
}

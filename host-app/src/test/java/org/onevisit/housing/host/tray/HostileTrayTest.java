package org.onevisit.housing.host.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onevisit.housing.host.tray.TrayTest.NAME;
import static org.onevisit.housing.host.tray.TrayTest.answer;
import static org.onevisit.housing.host.tray.TrayTest.lay;
import static org.onevisit.housing.host.tray.TrayTest.pack;
import static org.onevisit.housing.host.tray.TrayTest.plugin;
import static org.onevisit.housing.host.tray.TrayTest.take;
import static org.onevisit.housing.host.tray.TrayTest.versions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onevisit.housing.core.calendar.StateCouncilCalendar;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.host.Hosts;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.fake.FakeBundle;
import org.onevisit.housing.host.fake.FakeZip;
import org.onevisit.housing.host.fake.StubbornActivator;
import org.osgi.framework.Constants;

/** In-trays into which somebody lays what nobody should: it is refused with its reason, and what is in service stays. */
@Timeout(120)
class HostileTrayTest {
    private static final int MEGABYTE = 1 << 20;

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
            "nothing, no manifest, a manifest without end, a bomb, a way out, a name twice: each is refused with its reason")
    void refusesHostileJars() throws IOException {
        byte[] twice = swap(plugin("1").text("aa.txt", "a").text("ab.txt", "b").jar(), "ab.txt", "aa.txt");
        try (HousingHost host = start()) {
            refused(host, new byte[0], "it is not a jar");
            refused(host, zip("a.txt", 1), "it has no manifest");
            refused(host, zip("META-INF/MANIFEST.MF", 2), "its manifest is larger than 1 MB");
            refused(host, zip("zeros", 5), "zeros unpacks to more than 200 times its size: it is a bomb");
            refused(host, zip("zeros", 513), "unpacked it is larger than 512 MB");
            refused(host, plugin("1").text("../../evil.txt", "").jar(), "an entry leads out of it");
            refused(host, plugin("1").text("/etc/evil.txt", "").jar(), "an entry leads out of it");
            refused(host, plugin("1").text("lib\\..\\evil.txt", "").jar(), "an entry leads out of it");
            refused(host, twice, "it holds aa.txt twice");
            assertThat(versions(host)).isEmpty();
            assertThat(folder.resolve("modules")).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.onevisit.housing.spi.store",
                "org.slf4j",
                "org.osgi.service.component",
                "org.apache.felix.cm",
                "java.net.http"
            })
    @DisplayName(
            "a plugin that offers a package which the host offers is refused: other plugins would get the wrong one")
    void refusesToOfferWhatTheHostOffers(String name) throws IOException {
        try (HousingHost host = start()) {
            byte[] jar = plugin("1")
                    .header(Constants.EXPORT_PACKAGE, name + ";version=\"99\"")
                    .jar();
            refused(host, jar, "it exports the package " + name);
        }
    }

    @Test
    @DisplayName("a copy of the API in a nested jar, of the core, a package under our name: only the host has these")
    void refusesOurPackages() throws IOException {
        byte[] nested = new FakeZip(
                        new FakeBundle("lib", "1").classes(HousingEngine.class).jar())
                .jar();
        byte[] core =
                new FakeBundle("lib", "1").classes(StateCouncilCalendar.class).jar();
        try (HousingHost host = start()) {
            FakeZip jar = new FakeZip(plugin("1")
                    .header(Constants.BUNDLE_CLASSPATH, ".,lib/api.jar")
                    .jar());
            refused(
                    host,
                    jar.with("lib/api.jar", nested).jar(),
                    "carries a copy of the package org.onevisit.housing.engine");
            refused(
                    host,
                    jar.with("lib/api.jar", core).jar(),
                    "carries a copy of the package org.onevisit.housing.core");
            refused(
                    host,
                    plugin("1")
                            .header(Constants.EXPORT_PACKAGE, "org.onevisit.housing.spi.verification.extra")
                            .jar(),
                    "whose name is the host's own");
        }
    }

    @Test
    @DisplayName("names with blanks and 汉字 are as good as any, in both trays")
    void anyName() throws IOException {
        try (HousingHost host = start()) {
            Path jar = take(host, plugins, "税务 核查 v1.jar", plugin("1.0.0").jar());
            assertThat(answer(jar, ".ok")).contains("installed");
            Path text = take(host, packs, "平湖 2026.yaml", pack("2026.1", "2020-01-01"));
            assertThat(answer(text, ".ok")).contains("installed");
        }
    }

    @Test
    @DisplayName("the same content under another name changes nothing")
    void sameTwice() throws IOException {
        try (HousingHost host = start()) {
            take(host, plugins, "a.jar", plugin("1.0.0").jar());
            Path again = take(host, plugins, "b.jar", plugin("1.0.0").jar());
            assertThat(answer(again, ".ok")).contains("it was installed already");
            assertThat(versions(host)).containsExactly("1.0.0");
        }
    }

    @Test
    @DisplayName(
            "an older version that comes again is taken, as after a restart; copies of what serves and of what served are kept")
    void goesBack() throws IOException {
        try (HousingHost host = start()) {
            Path first = take(host, plugins, "a.jar", plugin("1.0.0").jar());
            FileTime date = Files.getLastModifiedTime(first);
            take(host, plugins, "b.jar", plugin("2.0.0").jar());
            Files.delete(first);
            host.scanTrays();
            assertThat(first.resolveSibling("a.jar.ok")).doesNotExist();
            Files.setLastModifiedTime(lay(plugins, "a.jar", plugin("1.0.0").jar()), date);
            host.scanTrays();
            assertThat(host.scanTrays()).isEqualTo(1);
            assertThat(answer(first, ".ok")).contains("in place of [2.0.0]");
            assertThat(folder.resolve("modules").toFile().list()).hasSize(2);
        }
        Files.writeString(folder.resolve("modules").resolve("left behind.jar"), "x");
        try (HousingHost host = start()) {
            assertThat(versions(host)).containsExactly("1.0.0");
            assertThat(folder.resolve("modules").toFile().list()).hasSize(2);
        }
    }

    @Test
    @DisplayName("overwriting, cutting off or deleting its file never touches the copy in service")
    void theCopyServes() throws IOException {
        byte[] jar = plugin("1.0.0").jar();
        try (HousingHost host = start()) {
            Path file = take(host, plugins, "a.jar", jar);
            take(host, plugins, "a.jar", Arrays.copyOf(jar, jar.length / 2));
            assertThat(answer(file, ".refused")).contains("not a whole jar");
            take(host, plugins, "a.jar", new byte[0]);
            Files.delete(file);
            host.scanTrays();
            assertThat(file.resolveSibling("a.jar.refused")).doesNotExist();
            assertThat(host.plugins())
                    .filteredOn("name", NAME)
                    .extracting("version", "state")
                    .hasSize(1)
                    .allMatch(seen ->
                            seen.toString().contains("1.0.0") && seen.toString().contains("ACTIVE"));
        }
        try (HousingHost host = start()) {
            assertThat(versions(host)).containsExactly("1.0.0");
        }
    }

    @Test
    @DisplayName("a plugin that fails when it is told to stop leaves all the same")
    void stubbornOnesLeave() throws IOException {
        try (HousingHost host = start()) {
            byte[] stubborn = plugin("1.0.0")
                    .header(Constants.BUNDLE_ACTIVATOR, StubbornActivator.class.getName())
                    .classes(StubbornActivator.class)
                    .jar();
            take(host, plugins, "a.jar", stubborn);
            take(host, plugins, "b.jar", plugin("2.0.0").jar());
            assertThat(versions(host)).containsExactly("2.0.0");
        }
    }

    @Test
    @DisplayName("an edition to come stays when the one in force is replaced, and leaves for another of its own day")
    void laterEditionsStay() throws IOException {
        try (HousingHost host = start()) {
            take(host, packs, "a.yaml", pack("2026.1", "2020-01-01"));
            take(host, packs, "b.yaml", pack("2099.1", "2099-01-01"));
            Path corrected = take(host, packs, "c.yaml", pack("2026.2", "2020-01-01"));
            assertThat(answer(corrected, ".ok")).contains("in place of [2026.1", "beside [2099.1");
            assertThat(editions(host)).containsExactly("2026.2", "2099.1");
            Path later = take(host, packs, "d.yaml", pack("2099.2", "2099-01-01"));
            assertThat(answer(later, ".ok")).contains("in place of [2099.1", "beside [2026.2", "in force later");
            assertThat(editions(host)).containsExactly("2026.2", "2099.2");
        }
        try (HousingHost host = start()) {
            assertThat(editions(host)).containsExactly("2026.2", "2099.2");
        }
    }

    private HousingHost start() {
        return Hosts.in(folder).trustUnsigned().singleThread().start();
    }

    private void refused(HousingHost host, byte[] jar, String reason) throws IOException {
        Path file = take(host, plugins, "x.jar", jar);
        assertThat(answer(file, ".refused")).contains(reason);
    }

    private static List<String> editions(HousingHost host) {
        return host.plugins().stream()
                .filter(module -> module.kind().equals("pack"))
                .map(module -> module.version().replaceFirst("^(\\d+\\.\\d+).*", "$1"))
                .toList();
    }

    private static byte[] zip(String entry, int megabytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(entry));
            for (int i = 0; i < megabytes; i++) {
                zip.write(new byte[MEGABYTE]);
            }
        }
        return bytes.toByteArray();
    }

    /** A jar whose entry has been given the name of another behind the back of the tool that made it. */
    private static byte[] swap(byte[] jar, String name, String other) {
        String latin = new String(jar, StandardCharsets.ISO_8859_1);
        return latin.replace(name, other).getBytes(StandardCharsets.ISO_8859_1);
    }
}

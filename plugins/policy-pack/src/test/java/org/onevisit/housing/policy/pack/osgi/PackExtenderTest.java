package org.onevisit.housing.policy.pack.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.policy.PolicySource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Packs as bundles in a framework: there at the start, coming, updated, going, broken. */
@Timeout(60)
class PackExtenderTest {
    @TempDir
    Path cache;

    private Framework framework;
    private BundleContext context;

    @BeforeEach
    void start() throws BundleException {
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, cache.toString()));
        framework.start();
        context = framework.getBundleContext();
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    @Test
    @DisplayName("packs that are there at the start are all offered with the service, whichever comes first")
    void packsThatAreThere() throws Exception {
        install("pinghu", shipped("pinghu"));
        install("base", shipped("base"));

        new PackExtender(context);

        assertThat(editions()).containsExactly("pinghu 2018.1");
        assertThat(states()).hasSize(2).anyMatch(s -> s.contains("LAYER")).anyMatch(s -> s.contains("OFFERED"));
    }

    @Test
    @DisplayName("packs come, are updated and go while it runs")
    void packsComeAndGo() throws Exception {
        install("base", shipped("base"));
        new PackExtender(context);
        assertThat(editions()).isEmpty();

        Bundle pack = install("pinghu", shipped("pinghu"));
        assertThat(editions()).containsExactly("pinghu 2018.1");

        pack.update(stream(jar("pinghu", shipped("pinghu").replace("2018.1", "2018.2"))));
        assertThat(editions()).containsExactly("pinghu 2018.2");

        pack.uninstall();
        assertThat(editions()).isEmpty();
    }

    @Test
    @DisplayName("two editions of one county are offered side by side")
    void sideBySide() throws Exception {
        install("base", shipped("base"));
        new PackExtender(context);
        install("pinghu", shipped("pinghu"));
        install("pinghu-next", shipped("pinghu").replace("2018.1", "2026.1").replace("2018-02-23", "2026-07-01"));

        assertThat(editions()).containsExactlyInAnyOrder("pinghu 2018.1", "pinghu 2026.1");
    }

    @Test
    @DisplayName("a broken pack is not offered, and an operator can read why; the others go on")
    void brokenPack() throws Exception {
        install("base", shipped("base"));
        install("pinghu", shipped("pinghu"));
        new PackExtender(context);
        install("broken", shipped("pinghu").replace("transition: PIN", "transition: LATER"));
        install("empty", null);

        assertThat(editions()).containsExactly("pinghu 2018.1");
        assertThat(states())
                .filteredOn(s -> s.contains("INVALID"))
                .hasSize(2)
                .anyMatch(s -> s.contains("transition: one of"));
    }

    @Test
    @DisplayName("a bundle without the header is none of its business")
    void otherBundles() throws Exception {
        new PackExtender(context);
        context.installBundle("other", stream(jar("other", null))).start();

        assertThat(states()).isEmpty();
    }

    @Test
    @DisplayName("when it leaves, its service leaves")
    void leaving() throws Exception {
        install("base", shipped("base"));
        PackExtender extender = new PackExtender(context);

        extender.close();

        assertThat(context.getServiceReference(PolicySource.class)).isNull();
    }

    private List<String> editions() {
        ServiceReference<PolicySource> reference = context.getServiceReference(PolicySource.class);
        return context.getService(reference).editions().stream()
                .map(Edition::id)
                .map(Object::toString)
                .toList();
    }

    private List<String> states() {
        ServiceReference<PolicySource> reference = context.getServiceReference(PolicySource.class);
        return List.of((String[]) reference.getProperty(PackExtender.STATES));
    }

    private Bundle install(String name, String yaml) throws Exception {
        Bundle bundle = context.installBundle(name, stream(jar("pack-" + name, yaml)));
        bundle.start();
        return bundle;
    }

    private static String shipped(String pack) throws IOException {
        return Files.readString(Path.of("..", "packs", pack, "src", "main", "resources", "pack.yaml"));
    }

    private static ByteArrayInputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] jar(String name, String yaml) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        if (!name.equals("other")) {
            main.putValue(PackExtender.HEADER, "pack.yaml");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            if (yaml != null) {
                jar.putNextEntry(new JarEntry("pack.yaml"));
                jar.write(yaml.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}

package org.onevisit.housing.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.framework.SharedPackages;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** The bundles that travel inside the host: all in the index, all able to resolve beside each other. */
class BundlesTest {
    private static final String ROOT = "/housing/bundles/";

    @Test
    @DisplayName("the index names exactly the bundles that are there")
    void indexIsComplete() throws IOException, URISyntaxException {
        Path root = Path.of(BundlesTest.class.getResource(ROOT + "index.txt").toURI())
                .getParent();
        try (Stream<Path> files = Files.walk(root)) {
            List<String> there = files.filter(file -> file.toString().endsWith(".jar"))
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .toList();
            assertThat(index()).containsExactlyInAnyOrderElementsOf(there);
        }
    }

    @Test
    @Timeout(60)
    @DisplayName("every bundle resolves with the API and the log taken from the class path")
    void everyBundleResolves(@TempDir Path cache) throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, cache.toString());
        SharedPackages shared = SharedPackages.of(BundlesTest.class.getClassLoader());
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, shared.exports());
        settings.put(Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA, shared.capabilities());
        Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(settings);
        try {
            framework.init();
            List<Bundle> bundles = new ArrayList<>();
            for (String name : index()) {
                try (InputStream jar = BundlesTest.class.getResourceAsStream(ROOT + name)) {
                    bundles.add(framework.getBundleContext().installBundle(name, jar));
                }
            }
            framework.start();
            TreeSet<String> refused = new TreeSet<>();
            for (Bundle bundle : bundles) {
                try {
                    bundle.start();
                } catch (BundleException e) {
                    refused.add(bundle.getLocation() + ": " + e.getMessage());
                }
            }
            assertThat(refused).isEmpty();
            assertThat(bundles).hasSizeGreaterThan(30);
        } finally {
            framework.stop();
            framework.waitForStop(10_000);
        }
    }

    private static List<String> index() throws IOException {
        try (InputStream text = BundlesTest.class.getResourceAsStream(ROOT + "index.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ")[1])
                    .toList();
        }
    }
}

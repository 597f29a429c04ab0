package org.onevisit.housing.host.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.framework.NestedBundle;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.JournalEntry;
import org.osgi.framework.Constants;

/** An agency plugin is replaced through the in-tray, again and again, while applications flow. */
@Timeout(300)
class SwapDrillTest {
    private static final boolean LONG = Boolean.getBoolean("housing.drill");
    private static final int SWAPS = LONG ? 200 : 50;

    @TempDir
    Path folder;

    @Test
    @DisplayName("no application is lost, each finding is applied once, swaps have calls inside, one version is left")
    void replacedWhileApplicationsFlow() throws Exception {
        try (HousingHost host = DrillSite.start(folder, 30)) {
            ApprovalService approvals = host.approvalsFor(DrillSite.CLERK);
            List<ApplicationNumber> accepted = new CopyOnWriteArrayList<>();
            AtomicBoolean over = new AtomicBoolean();
            Thread windows = new Thread(() -> serve(host, approvals, accepted, over));
            windows.start();
            int callsInside = 0;
            for (int swap = 1; swap <= SWAPS; swap++) {
                Path tray = folder.resolve("plugins").resolve("simulated-" + swap + ".jar");
                Files.write(tray, simulated("1.0." + swap));
                host.scanTrays();
                callsInside += host.engine().callsInFlight() > 0 ? 1 : 0;
                taken(host, tray);
            }
            over.set(true);
            windows.join();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> accepted.stream()
                    .allMatch(n -> approvals.find(n).step() == Step.REVIEWING));
            assertThat(callsInside).as("swaps with a call inside").isGreaterThanOrEqualTo(10);
            assertThat(host.plugins())
                    .filteredOn(p -> p.name().equals("org.onevisit.housing.agency-simulated"))
                    .hasSize(1);
            assertThat(versions(approvals, accepted)).hasSizeGreaterThan(2);
        }
    }

    /** The file was taken, by this scan or by the host's own. */
    private static void taken(HousingHost host, Path tray) {
        Path answer = tray.resolveSibling(tray.getFileName() + ".ok");
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            host.scanTrays();
            return Files.exists(answer);
        });
    }

    private static void serve(
            HousingHost host, ApprovalService approvals, List<ApplicationNumber> accepted, AtomicBoolean over) {
        for (int i = 0; !over.get(); i++) {
            String json = DrillSite.household(approvals, 7, i).json();
            DrillSite.submitted(host, approvals, json, "key-" + i).ifPresent(receipt -> {
                approvals.accept(receipt.number());
                accepted.add(receipt.number());
            });
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> host.engine().callsInFlight() < 40);
        }
    }

    /** Versions that stand in the journals; each finding stands there once. */
    private static Set<String> versions(ApprovalService approvals, List<ApplicationNumber> numbers) {
        Set<String> stamps = new HashSet<>();
        for (ApplicationNumber number : numbers) {
            List<JournalEntry> findings = approvals.journal(number).stream()
                    .filter(entry -> entry.type().equals("FINDING_RECEIVED"))
                    .toList();
            assertThat(findings).as("findings of %s", number).hasSize(9);
            assertThat(findings).extracting(entry -> entry.outcomes().get(0)).doesNotHaveDuplicates();
            findings.forEach(entry -> stamps.add(entry.stamp()));
        }
        return stamps;
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

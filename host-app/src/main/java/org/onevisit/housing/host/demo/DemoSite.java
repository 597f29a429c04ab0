package org.onevisit.housing.host.demo;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.onevisit.housing.host.Durability;
import org.onevisit.housing.host.HostBuilder;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.demo.people.HouseholdGenerator;
import org.onevisit.housing.host.demo.run.Settings;

/** A data folder that is thrown away, and hosts over it: one thread, no port, simulated agencies. */
final class DemoSite implements AutoCloseable {
    private final Settings settings;
    private final Durability durability;
    private final Path folder;

    /** Makes the folder. */
    DemoSite(Settings settings, Durability durability) {
        this.settings = settings;
        this.durability = durability;
        try {
            this.folder = Files.createTempDirectory("housing-demo");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made; is java.io.tmpdir writable?", e);
        }
    }

    /** Opens a host over the folder, for the first time or again. */
    HousingHost open(Clock clock) {
        HostBuilder builder = HousingHost.in(folder)
                .pack(settings.county())
                .clock(clock)
                .singleThread()
                .seed(settings.seed() == 0 ? Long.MIN_VALUE : settings.seed())
                .durability(durability);
        for (SimulatedAgency agency : SimulatedAgency.ALL) {
            builder.configure(agency.pid(), agency.configuration(settings.seed(), settings.tempo()));
        }
        String window = HouseholdGenerator.CITYWIDE;
        builder.configure("org.onevisit.housing.intake.window~" + window, Map.of("window", window, "text", "综合受理窗口"));
        builder.configure("org.onevisit.housing.publicity.web", Map.of());
        return builder.start();
    }

    @Override
    public void close() {
        try {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the demo's folder " + folder + " could not be deleted; delete it by hand", e);
        }
    }
}

package org.onevisit.housing.host.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.fake.FakeClock;

/** docs/write-a-pack.md, where it leads into a host; what is in the pack is held by GuideTest of the plugin that reads packs. */
@Timeout(120)
class WriteAPackGuideTest {
    private static final Guide GUIDE = Guide.of("docs/write-a-pack.md");

    @TempDir
    Path data;

    @Test
    @DisplayName("a bare pack.yaml in packs/ is refused with its errors and their lines, or is in force")
    void throughTheTray() throws IOException {
        Files.createDirectories(data.resolve("etc"));
        Files.writeString(data.resolve("etc/host.json"), GUIDE.block("json"));
        try (HousingHost host = HousingHost.in(data)
                .clock(new FakeClock("2026-11-27T01:00:00Z"))
                .trustUnsigned()
                .singleThread()
                .patience(Duration.ofMillis(200))
                .evenIncomplete()
                .start()) {
            assertThat(host.missing()).anyMatch(line -> line.contains("example"));
            String pack = GUIDE.block("yaml");
            refused(host, pack.replace("clause: 第五条", "clouse: 第五条"), "pack.yaml:32", "clouse");
            refused(host, pack.replace("<= incomeLine", "<= incomeLime"), "pack.yaml:35", "incomeLime");
            layIn(host, pack);
            assertThat(data.resolve("packs/pack.yaml.ok")).exists();
            assertThat(data.resolve("packs/pack.yaml.refused")).doesNotExist();
            assertThat(host.missing())
                    .hasSize(3)
                    .anyMatch(line -> line.contains("civil-affairs"))
                    .anyMatch(line -> line.contains("social-security"))
                    .anyMatch(line -> line.contains("real-estate"));
        }
    }

    private void refused(HousingHost host, String pack, String... words) throws IOException {
        layIn(host, pack);
        assertThat(data.resolve("packs/pack.yaml.refused")).content().contains(words);
        assertThat(data.resolve("packs/pack.yaml.ok")).doesNotExist();
    }

    private void layIn(HousingHost host, String pack) throws IOException {
        Files.writeString(data.resolve("packs/pack.yaml"), pack);
        host.scanTrays();
        host.scanTrays();
    }
}

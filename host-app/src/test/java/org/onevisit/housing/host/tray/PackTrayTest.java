package org.onevisit.housing.host.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onevisit.housing.host.tray.TrayTest.answer;
import static org.onevisit.housing.host.tray.TrayTest.take;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.fake.Repacked;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Role;

/** Real packs in the tray of a host with the real core: there is always an edition in force. */
@Timeout(120)
class PackTrayTest {
    private static final Actor CLERK = Actor.officer("clerk-1", Role.WINDOW_CLERK, Division.of("330482"));
    private static final String PINGHU = Repacked.text("pack-pinghu", "pack.yaml");

    @TempDir
    Path folder;

    @Test
    @DisplayName("a layer with which the county's pack would be wrong is refused; the county goes on as before")
    void refusesALayerThatSpoilsACounty() throws IOException {
        Path packs = Files.createDirectories(folder.resolve("packs"));
        try (HousingHost host = start()) {
            Path layer = take(host, packs, "base.yaml", bytes("pack: base\nedition: \"9\"\nabstract: true\n"));
            assertThat(answer(layer, ".refused")).contains("with it a pack is wrong", "pack-chongqing-yuzhong-2021");
            assertThat(edition(host)).isEqualTo("pinghu 2018.1");
        }
        try (HousingHost host = start()) {
            assertThat(edition(host)).isEqualTo("pinghu 2018.1");
        }
    }

    @Test
    @DisplayName(
            "a wrong edition is refused; a right one takes over at once, and an older one after it, also over a restart")
    void editionsFollowOneAnother() throws IOException {
        Path packs = Files.createDirectories(folder.resolve("packs"));
        try (HousingHost host = start()) {
            Path wrong = take(host, packs, "a.yaml", bytes(PINGHU.replace("transition: PIN", "transition: LATER")));
            assertThat(answer(wrong, ".refused")).contains("transition");
            assertThat(edition(host)).isEqualTo("pinghu 2018.1");
            take(host, packs, "b.yaml", bytes(PINGHU.replace("2018.1", "2018.3")));
            assertThat(edition(host)).isEqualTo("pinghu 2018.3");
            take(host, packs, "c.yaml", bytes(PINGHU.replace("2018.1", "2018.2")));
            assertThat(edition(host)).isEqualTo("pinghu 2018.2");
        }
        try (HousingHost host = start()) {
            assertThat(edition(host)).isEqualTo("pinghu 2018.2");
        }
    }

    private HousingHost start() {
        return HousingHost.in(folder)
                .pack("pinghu")
                .trustUnsigned()
                .patience(Duration.ofMillis(100))
                .evenIncomplete()
                .singleThread()
                .start();
    }

    private static String edition(HousingHost host) {
        return host.approvalsFor(CLERK).form().edition();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

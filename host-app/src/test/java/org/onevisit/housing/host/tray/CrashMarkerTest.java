package org.onevisit.housing.host.tray;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.config.DataFolder;

class CrashMarkerTest {
    private static final String AGENCY = "org.x.tax@1.2.0";
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private final Map<String, Long> calls = new LinkedHashMap<>();

    @TempDir
    Path folder;

    private DataFolder data;

    @BeforeEach
    void aFolder() {
        data = new DataFolder(folder);
    }

    /** As the core keeps calls, and the host weighs them. */
    private CrashMarker afterwards() throws IOException {
        ByteBuffer places = ByteBuffer.allocate(128 * 256);
        int place = 0;
        for (Map.Entry<String, Long> call : calls.entrySet()) {
            byte[] name = call.getKey().getBytes(UTF_8);
            places.putLong(place, 40 + place);
            places.putLong(place + 8, call.getValue());
            places.putInt(place + 24, name.length);
            places.put(place + 28, name);
            place += 256;
        }
        Files.write(data.calls(), places.array());
        CrashMarker marker = new CrashMarker(data);
        marker.outOfMemory(NOW);
        return marker;
    }

    @Test
    @DisplayName("the plugin whose calls had allocated most is disabled, until it is enabled")
    void thePluginThatAteMost() throws IOException {
        calls.put("store org.x.store@1.0.0", 5_000L);
        calls.put(AGENCY, 90_000_000L);
        calls.put("org.x.police@1.0.0", 3_000_000L);
        CrashMarker marker = afterwards();
        assertThat(marker.disabled())
                .containsExactly(new CrashMarker.Disabled("org.x.tax", "1.2.0", "2026-03-02T02:00:00Z"));
        assertThat(marker.enable("org.x.tax")).isTrue();
        assertThat(marker.disabled()).isEmpty();
    }

    @Test
    @DisplayName("where it was the store nothing is disabled: neither the store nor who was called meanwhile")
    void theStoreStays() throws IOException {
        calls.put(AGENCY, 3_000_000L);
        calls.put("store org.x.store@1.0.0", 90_000_000L);
        assertThat(afterwards().disabled()).isEmpty();
        assertThat(data.crash()).doesNotExist();
    }

    @Test
    @DisplayName("while no plugin was called, none is disabled")
    void nobodyWasCalled() throws IOException {
        assertThat(afterwards().disabled()).isEmpty();
    }
}

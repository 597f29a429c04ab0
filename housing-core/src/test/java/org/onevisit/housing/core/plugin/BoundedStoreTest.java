package org.onevisit.housing.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.ApplicationStore;

class BoundedStoreTest {
    private static final int NAME = 28;

    @TempDir
    Path folder;

    private Path calls;

    /** Who is being called, as the file has it. */
    private List<String> called() throws IOException {
        ByteBuffer places = ByteBuffer.wrap(Files.readAllBytes(calls));
        List<String> names = new ArrayList<>();
        for (int place = 0; place < places.capacity(); place += 256) {
            if (places.getLong(place) != 0) {
                names.add(new String(
                        places.array(), place + NAME, places.getInt(place + NAME - 4), StandardCharsets.UTF_8));
            }
        }
        return names;
    }

    @Test
    @DisplayName("a call to the store is noted, as that of a store, as long as it lasts")
    void callsAreNoted() throws IOException {
        calls = folder.resolve("calls.now");
        List<String> inside = new ArrayList<>();
        ApplicationStore real = (ApplicationStore) Proxy.newProxyInstance(
                ApplicationStore.class.getClassLoader(),
                new Class<?>[] {ApplicationStore.class},
                (proxy, method, arguments) -> {
                    inside.addAll(called());
                    return Optional.empty();
                });
        ApplicationStore store =
                new BoundedStore(real, Duration.ofSeconds(30), CallBoard.in(calls), "org.x.store@1.2.0").store();
        assertThat(store.load(ApplicationNumber.of("330482-20260302-000001"))).isEmpty();
        assertThat(inside).containsExactly("store org.x.store@1.2.0");
        assertThat(called()).isEmpty();
    }
}

package org.onevisit.housing.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that outlive the plugins which give them work. */
@Timeout(60)
class EngineThreadsTest {
    @Test
    @DisplayName("work that a plugin gives runs on a thread that knows nothing of the plugin's class loader")
    void threadsHoldNoPlugin() throws Exception {
        try (EngineThreads threads = new EngineThreads(false);
                URLClassLoader plugin = new URLClassLoader(new URL[0])) {
            FutureTask<ClassLoader> call = new FutureTask<>(() -> threads.work()
                    .submit(() -> Thread.currentThread().getContextClassLoader())
                    .get());
            Thread caller = new Thread(call);
            caller.setContextClassLoader(plugin);
            caller.start();
            assertThat(call.get()).isNotSameAs(plugin);
        }
    }
}

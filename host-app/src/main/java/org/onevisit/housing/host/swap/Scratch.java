package org.onevisit.housing.host.swap;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.framework.HousingFramework;
import org.onevisit.housing.host.framework.NestedBundle;
import org.onevisit.housing.host.framework.Settings;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/**
 * A second framework, without store and engine, in which a module is started to be asked what it is. It has the configuration of the
 * host's components, and nothing that it does reaches the host.
 */
final class Scratch implements AutoCloseable {
    private static final Duration COMES_UP = Duration.ofSeconds(5);
    private static final Duration QUIET = Duration.ofMillis(250);
    private static final int STORE = 4;
    private final HousingFramework framework;
    private final ExecutorService work = Executors.newSingleThreadExecutor();
    private final Bundle candidate;

    private Scratch(HousingFramework framework, ScratchParts parts) {
        this.framework = framework;
        framework.register(Clock.class, parts.clock(), Map.of("housing", "engine"));
        framework.register(ExecutorService.class, work, Map.of("housing", "engine"));
        NestedBundle.all().stream()
                .filter(nested -> nested.startLevel() < STORE && !nested.httpOnly())
                .forEach(framework::install);
        framework.raiseTo(STORE);
        configure(parts.configurations());
        int place = 0;
        for (byte[] jar : parts.beside()) {
            framework.install("beside:" + place++, new ByteArrayInputStream(jar), STORE);
        }
        candidate = framework.install("candidate", new ByteArrayInputStream(parts.candidate()), STORE);
        settle();
    }

    /** Starts one; whoever opens it closes it. */
    static Scratch with(ScratchParts parts) {
        HousingFramework framework =
                HousingFramework.start(parts.folder(), parts.shared(), Map.of("felix.service.urlhandlers", "false"));
        try {
            return new Scratch(framework, parts);
        } catch (RuntimeException | Error e) {
            framework.close();
            throw e;
        }
    }

    private void configure(Map<String, Map<String, Object>> configurations) {
        try (Settings settings = new Settings(framework.context())) {
            configurations.forEach(settings::put);
        }
    }

    /** Waits until no more services come. */
    private void settle() {
        long end = System.nanoTime() + COMES_UP.toNanos();
        int count = count();
        long quietSince = System.nanoTime();
        while (System.nanoTime() < end && System.nanoTime() - quietSince < QUIET.toNanos()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            int now = count();
            if (now != count) {
                count = now;
                quietSince = System.nanoTime();
            }
        }
    }

    private int count() {
        return Arrays.stream(framework.context().getBundles())
                .map(Bundle::getRegisteredServices)
                .mapToInt(services -> services == null ? 0 : services.length)
                .sum();
    }

    /** What the candidate offers of a kind. */
    <T> List<T> offered(Class<T> type) {
        return services(type, candidate);
    }

    /** What anybody here offers of a kind. */
    <T> List<T> all(Class<T> type) {
        return Arrays.stream(framework.context().getBundles())
                .flatMap(bundle -> services(type, bundle).stream())
                .toList();
    }

    private <T> List<T> services(Class<T> type, Bundle bundle) {
        ServiceReference<?> @Nullable [] registered = bundle.getRegisteredServices();
        return Stream.ofNullable(registered)
                .flatMap(Arrays::stream)
                .map(reference -> framework.context().getService(reference))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public void close() {
        framework.close();
        work.shutdownNow();
    }
}

package org.onevisit.housing.host;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.host.config.FolderLock;
import org.onevisit.housing.host.framework.EngineWatch;
import org.onevisit.housing.host.framework.HousingFramework;
import org.onevisit.housing.host.framework.NestedBundle;
import org.onevisit.housing.host.framework.Settings;
import org.onevisit.housing.host.framework.SharedPackages;
import org.onevisit.housing.host.http.HostControl;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a host, one part after another; what has been opened is closed again when a later part fails. */
final class Boot {
    private static final Logger LOG = LoggerFactory.getLogger(Boot.class);
    private static final String CORE = "org.onevisit.housing.core";
    private static final String STORE = "org.onevisit.housing.store.sqlite";
    private final HostBuilder wanted;
    private final DataFolder data;
    private final Shutdown shutdown = new Shutdown();

    Boot(HostBuilder wanted) {
        this.wanted = wanted;
        this.data = wanted.data;
    }

    /**
     * A host that runs.
     *
     * @param watch knows the engine
     * @param due does timed work
     * @param control what operators see and do
     * @param address where it listens, if it does
     * @param shutdown closes it all
     */
    record Running(EngineWatch watch, DueWork due, HostControl control, Optional<URI> address, Shutdown shutdown) {}

    HousingHost start() {
        try {
            return new HousingHost(open());
        } catch (RuntimeException | Error e) {
            shutdown.close();
            throw e;
        }
    }

    private Running open() {
        if (wanted.pack.isBlank()) {
            throw new HousingException(
                    ErrorCode.SITE_NOT_READY,
                    "no pack is given, and there is no default county; name one, for example pack(\"pinghu\")");
        }
        data.create();
        shutdown.opened(FolderLock.take(data));
        EngineThreads threads = shutdown.opened(new EngineThreads(wanted.singleThread));
        HousingFramework framework = shutdown.opened(
                HousingFramework.start(data.cache(), SharedPackages.of(Boot.class.getClassLoader()), Map.of()));
        register(framework, threads);
        EngineWatch watch = shutdown.opened(new EngineWatch(framework.context()));
        wanted.bundles.get().stream().filter(this::isWanted).forEach(framework::install);
        configure(shutdown.opened(new Settings(framework.context())));
        framework.raiseTo(NestedBundle.PLUGINS);
        awaitReady(framework, watch);
        DueWork due = new DueWork(watch, wanted.clock);
        shutdown.opened(threads.eachSecond(due::tick));
        return new Running(watch, due, new Control(framework, Optional.empty()), Optional.empty(), shutdown);
    }

    private boolean isWanted(NestedBundle bundle) {
        return wanted.port.isPresent() || !bundle.httpOnly();
    }

    private void register(HousingFramework framework, EngineThreads threads) {
        Map<String, Object> engine = Map.of("housing", "engine");
        framework.register(Clock.class, wanted.clock, engine);
        framework.register(ExecutorService.class, threads.work(), engine);
    }

    private void configure(Settings settings) {
        Map<String, Map<String, Object>> all = new HashMap<>();
        all.put(CORE, own());
        all.put(STORE, store());
        wanted.configurations.forEach(
                (pid, values) -> all.computeIfAbsent(pid, p -> new HashMap<>()).putAll(values));
        all.forEach(settings::put);
    }

    private Map<String, Object> own() {
        return new HashMap<>(Map.of(
                "pack", wanted.pack,
                "division", wanted.division,
                "keyFile", data.keyFile().toString(),
                "seed", wanted.seed));
    }

    private Map<String, Object> store() {
        return new HashMap<>(Map.of(
                "file", data.storeFile().toString(),
                "synchronous", wanted.durability.name(),
                "nativeFolder", data.nativeParts().toString()));
    }

    private void awaitReady(HousingFramework framework, EngineWatch watch) {
        List<String> inactive = framework.inactive();
        inactive.forEach(line -> LOG.warn("does not run: {}", line));
        List<String> missing = watch.awaitReady(wanted.patience);
        if (missing.isEmpty()) {
            return;
        }
        String all = "missing: %s%s"
                .formatted(String.join("; ", missing), inactive.isEmpty() ? "" : "; does not run: " + inactive);
        if (!wanted.incomplete || watch.current().isEmpty()) {
            throw new HousingException(
                    ErrorCode.SITE_NOT_READY,
                    "the host is not ready after %s; %s. Install or configure it in %s"
                            .formatted(wanted.patience, all, data.etc()));
        }
        LOG.warn("the host starts although something is missing; applications wait for it. {}", all);
    }
}

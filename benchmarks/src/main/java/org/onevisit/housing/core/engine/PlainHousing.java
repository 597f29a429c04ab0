package org.onevisit.housing.core.engine;

import com.google.common.util.concurrent.MoreExecutors;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.onevisit.housing.core.calendar.StateCouncilCalendar;
import org.onevisit.housing.core.ledger.LedgerSettings;
import org.onevisit.housing.core.plugin.Editions;
import org.onevisit.housing.core.plugin.Seat;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.spi.policy.PolicySource;
import org.onevisit.housing.spi.publicity.PublicityOutlet;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.verification.AgencyCheck;

/**
 * The engine by its constructors, without a framework, so that any store can be put under it. In the engine's package because the
 * constructors are open to nobody else.
 */
public final class PlainHousing implements AutoCloseable {
    /** As many threads as a host gives the engine. */
    private static final int THREADS = 64;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final ApplicationStore store;
    private final Engine engine;

    /** An engine over this store, for the pack of this name; its key lies in the folder. */
    public PlainHousing(Path folder, ApplicationStore store, PolicySource policy, String pack, Clock clock) {
        this.store = store;
        Path key = folder.resolve("master.key");
        Site site = new Site(pack, "", key, 0, LedgerSettings.beside(key));
        Core core = new Core(site, store, StateCouncilCalendar.bundled(), clock);
        engine = new Engine(core, threads);
        core.sources().seat(Editions.code(), 0, new Seat<>(policy, "benchmark.policy@1.0.0"));
    }

    /** Installs an agency. */
    public void install(AgencyCheck check) {
        var unused = engine.core()
                .agencies()
                .arrive(check, "benchmark." + check.profile().check() + "@1.0.0", 0);
    }

    /** Installs an outlet. */
    public void install(PublicityOutlet outlet) {
        engine.core().outlets().seat(outlet.code(), 0, new Seat<>(outlet, "benchmark.outlet@1.0.0"));
    }

    /** The engine. */
    public HousingEngine engine() {
        return engine;
    }

    @Override
    public void close() {
        if (!MoreExecutors.shutdownAndAwaitTermination(threads, PATIENCE)) {
            throw new IllegalStateException("the engine's threads do not end");
        }
        store.close();
    }
}

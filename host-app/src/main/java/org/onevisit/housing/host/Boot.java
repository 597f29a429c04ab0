package org.onevisit.housing.host;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import org.onevisit.housing.host.account.AccountBook;
import org.onevisit.housing.host.account.ConsoleKey;
import org.onevisit.housing.host.account.LocalAccounts;
import org.onevisit.housing.host.config.ConfigException;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.host.config.EtcFolder;
import org.onevisit.housing.host.config.FolderLock;
import org.onevisit.housing.host.config.HostFile;
import org.onevisit.housing.host.config.StoreKind;
import org.onevisit.housing.host.config.Trust;
import org.onevisit.housing.host.framework.EngineWatch;
import org.onevisit.housing.host.framework.HousingFramework;
import org.onevisit.housing.host.framework.NestedBundle;
import org.onevisit.housing.host.framework.Settings;
import org.onevisit.housing.host.framework.SettingsCheck;
import org.onevisit.housing.host.framework.SharedPackages;
import org.onevisit.housing.host.http.HttpSide;
import org.onevisit.housing.host.swap.Changes;
import org.onevisit.housing.host.swap.SwapSite;
import org.onevisit.housing.host.tray.CallsNow;
import org.onevisit.housing.host.tray.CrashMarker;
import org.onevisit.housing.host.tray.Modules;
import org.onevisit.housing.host.tray.Tray;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a host, one part after another; what has been opened is closed again when a later part fails. */
final class Boot {
    private static final Logger LOG = LoggerFactory.getLogger(Boot.class);
    private static final String CORE = "org.onevisit.housing.core";
    private static final int ANSWER_WITHIN_MILLIS = 30_000;
    private static final Duration LISTENS = Duration.ofSeconds(10);
    private static final Duration TRAYS = Duration.ofMillis(500);
    private static final Duration WEIGH = Duration.ofMillis(20);
    private static final Duration DUE = Duration.ofSeconds(1);
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
     * @param site what the web side may use, whether there is one or not
     * @param due does timed work
     * @param watches looks at the trays
     * @param address where it listens, if it does
     * @param shutdown closes it all
     */
    record Running(Site site, DueWork due, Watches watches, Optional<URI> address, Shutdown shutdown) {}

    HousingHost start() {
        try {
            return new HousingHost(open());
        } catch (ConfigException e) {
            shutdown.close();
            throw new HousingException(
                    ErrorCode.SITE_NOT_READY,
                    "the configuration in %s is refused: %s".formatted(data.etc(), e.getMessage()),
                    e);
        } catch (RuntimeException | Error e) {
            shutdown.close();
            throw e;
        }
    }

    private Running open() {
        data.create();
        shutdown.opened(FolderLock.take(data));
        EtcFolder etc = new EtcFolder(data.etc());
        HostFile file = HostFile.of(etc.read());
        HostPlan plan = HostPlan.of(wanted, file);
        EngineThreads threads = shutdown.opened(new EngineThreads(wanted.singleThread));
        SharedPackages shared = SharedPackages.of(Boot.class.getClassLoader());
        HousingFramework framework = shutdown.opened(HousingFramework.start(data.cache(), shared, plan.server()));
        Map<String, Object> engine = Map.of("housing", "engine");
        framework.modulePatience(wanted.modulePatience);
        framework.register(Clock.class, plan.clock(), engine);
        framework.register(ExecutorService.class, threads.work(), engine);
        EngineWatch watch = shutdown.opened(new EngineWatch(framework.context()));

        DueWork due = new DueWork(watch, plan.clock());
        Modules modules = new Modules(data, framework, shared.apiPackages(), plan.trust(), plan.clock());
        Control control = control(framework, due, plan, modules);
        // sessions go by a clock that nobody moves
        Optional<ConsoleKey> console = plan.port().isPresent()
                ? Optional.of(shutdown.opened(ConsoleKey.into(data.consoleKey())))
                : Optional.empty();
        LocalAccounts accounts = new LocalAccounts(new AccountBook(data.accounts()), wanted.clock, console);
        Site site = new Site(watch, plan.clock(), accounts, control);
        install(framework, plan, early -> early.startLevel() <= NestedBundle.HTTP);
        Optional<HttpSide> http = listen(framework, site, plan);
        Optional<URI> address = http.map(side -> side.address(plan.port().orElseThrow(), LISTENS));
        address.ifPresent(wanted.listening);

        if (wanted.afterOutOfMemory) {
            new CrashMarker(data).outOfMemory(plan.clock().instant());
        }
        install(framework, plan, later -> later.startLevel() > NestedBundle.HTTP);
        modules.restore();
        framework.resolve();
        Configurations configurations = configure(framework, etc, plan);
        CompletableFuture<Void> pages = CompletableFuture.runAsync(
                () -> http.ifPresent(side -> side.mountModules(Boot.class.getClassLoader())), threads.work());
        framework.raiseTo(NestedBundle.PLUGINS);
        modules.start();
        pages.join();
        awaitReady(framework, watch, modules);
        Changes changes = shutdown.opened(new Changes(new SwapSite(
                framework,
                shared,
                modules,
                watch,
                plan.clock(),
                configurations::inForce,
                plan.pack(),
                data.plans(),
                plan.secondOperator(),
                UUID.randomUUID().toString())));
        changes.journal().recover(modules::isInstalled);
        control.changes(changes);

        Watches watches = shutdown.opened(new Watches(
                Tray.forPacks(data.packs(), modules),
                Tray.forPlugins(data.plugins(), modules),
                configurations,
                modules));
        shutdown.opened(threads.every(TRAYS, watches::tick));
        shutdown.opened(threads.every(DUE, due::tick));
        if (wanted.weighsCalls) {
            CallsNow.live(data.calls()).ifPresent(calls -> shutdown.opened(threads.every(WEIGH, calls::weigh)));
        }
        return new Running(site, due, watches, address, shutdown);
    }

    private Configurations configure(HousingFramework framework, EtcFolder etc, HostPlan plan) {
        Map<String, Map<String, Object>> defaults = Map.of(
                CORE,
                Map.of(
                        "pack", plan.pack(),
                        "division", plan.division(),
                        "keyFile", data.keyFile().toString(),
                        "callsFile", data.calls().toString(),
                        "answerWithinMillis", wanted.singleThread ? 0 : ANSWER_WITHIN_MILLIS,
                        "storeWithinMillis", wanted.singleThread ? 0 : ANSWER_WITHIN_MILLIS,
                        "seed", wanted.seed),
                plan.store().pid(),
                storeDefaults(plan.store()));
        Configurations configurations = new Configurations(
                etc,
                shutdown.opened(new Settings(framework.context())),
                shutdown.opened(new SettingsCheck(framework.context())),
                defaults,
                wanted.configurations);
        configurations.apply();
        return configurations;
    }

    /** Where a server is, only the site knows. */
    private Map<String, Object> storeDefaults(StoreKind store) {
        return switch (store) {
            case SQLITE ->
                Map.of(
                        "file", data.storeFile().toString(),
                        "synchronous", wanted.durability.name(),
                        "nativeFolder", data.nativeParts().toString());
            case POSTGRESQL -> Map.of();
        };
    }

    private Control control(HousingFramework framework, DueWork due, HostPlan plan, Modules modules) {
        ServiceTracker<WorkCalendar, WorkCalendar> calendars =
                new ServiceTracker<>(framework.context(), WorkCalendar.class, null);
        calendars.open();
        shutdown.opened(calendars::close);
        Predicate<LocalDate> working = day -> Optional.ofNullable(calendars.getService())
                .map(calendar -> calendar.isWorkingDay(day))
                .orElseGet(() -> DemoTime.isWeekday(day));
        DemoClock kept = new DemoClock(data.demoClock());
        Optional<DemoTime> demo = plan.demoClock().map(clock -> new DemoTime(clock, due, working, kept::keep));
        return new Control(framework, demo, plan.trust(), modules);
    }

    private void install(HousingFramework framework, HostPlan plan, Predicate<NestedBundle> now) {
        wanted.bundles.get().stream().filter(plan::needs).filter(now).forEach(framework::install);
    }

    private Optional<HttpSide> listen(HousingFramework framework, Site site, HostPlan plan) {
        if (plan.port().isEmpty()) {
            return Optional.empty();
        }
        if (plan.trust() == Trust.UNSIGNED) {
            LOG.warn("trust is unsigned: any module that is laid into a tray is taken in. For development only");
        }
        HttpSide http = shutdown.opened(new HttpSide(framework.context(), site));
        framework.raiseTo(NestedBundle.HTTP);
        return Optional.of(http);
    }

    private void awaitReady(HousingFramework framework, EngineWatch watch, Modules modules) {
        List<String> inactive = framework.inactive();
        inactive.forEach(line -> LOG.warn("does not run: {}", line));
        List<String> missing = new ArrayList<>(watch.awaitReady(wanted.patience));
        if (missing.isEmpty()) {
            return;
        }
        modules.notBroughtBack().forEach(held -> missing.add(held.text()));
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

package org.onevisit.housing.host.framework;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.felix.framework.Felix;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.log.LogService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Felix in this JVM. Bundles are installed, then the start level is raised step by step, so that configuration is there before the
 * components that want it.
 */
public final class HousingFramework implements AutoCloseable {
    /** Start level of the framework's own services, among them ConfigurationAdmin. */
    public static final int SERVICES = 1;

    /** Where a bundle that travels inside the host says it comes from. */
    public static final String NESTED = "housing:";

    /** Where a bundle that came in through a tray says it comes from. */
    public static final String MODULE = "module:";

    private static final Logger LOG = LoggerFactory.getLogger(HousingFramework.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final Framework framework;
    private volatile Duration modulePatience = Duration.ofSeconds(20);

    private HousingFramework(Framework framework) {
        this.framework = framework;
    }

    /** How long a module may take to start or to leave, the time in which the host waits for others not counted; 20 s unless set. */
    public void modulePatience(Duration patience) {
        modulePatience = patience;
    }

    /**
     * Starts the framework with nothing in it.
     *
     * @param cache where it may write
     * @param more further framework properties
     */
    public static HousingFramework start(Path cache, SharedPackages shared, Map<String, String> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put(Constants.FRAMEWORK_STORAGE, cache.toString());
        settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, shared.exports());
        settings.put(Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA, shared.capabilities());
        settings.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, Integer.toString(SERVICES));
        settings.put("felix.log.logger", new FrameworkLog());
        settings.put("felix.shutdown.hook", "false");
        settings.put("felix.cache.locking", "false"); // the data folder is locked as a whole
        HousingFramework started = new HousingFramework(new Felix(settings));
        try {
            started.framework.init();
            started.framework.start();
            started.register(LogService.class, OsgiLog.service(), Map.of());
            return started;
        } catch (BundleException e) {
            throw new HousingException(
                    ErrorCode.SITE_NOT_READY,
                    "the framework does not start in %s: %s".formatted(cache, e.getMessage()),
                    e);
        }
    }

    /** The framework's own door. */
    public BundleContext context() {
        return framework.getBundleContext();
    }

    /** Bundles of this name, in the order in which they were installed. */
    public List<Bundle> named(String name) {
        return Arrays.stream(context().getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .toList();
    }

    /** Registers something that plugins may ask for. */
    public <T> void register(Class<T> type, T service, Map<String, Object> properties) {
        Dictionary<String, Object> dictionary = new Hashtable<>(properties);
        context().registerService(type, service, dictionary);
    }

    /** Installs a bundle and marks it to be started at its level. */
    public Bundle install(NestedBundle nested) {
        try (InputStream jar = nested.content().get()) {
            return install(NESTED + nested.name(), jar, nested.startLevel());
        } catch (IOException e) {
            throw new HousingException(ErrorCode.INTERNAL, "bundle %s cannot be read".formatted(nested.name()), e);
        }
    }

    /**
     * Installs a bundle and starts it when its level is reached, or now.
     *
     * @throws HousingException REFUSED_MODULE when it cannot be installed or does not start; then it is not there
     */
    public Bundle install(String location, InputStream jar, int startLevel) {
        try {
            Bundle bundle = context().installBundle(location, jar);
            bundle.adapt(BundleStartLevel.class).setStartLevel(startLevel);
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                start(bundle);
            }
            return bundle;
        } catch (BundleException e) {
            throw refused(location + " cannot be installed", e);
        }
    }

    /** Installs a bundle without starting it. */
    public Bundle installOnly(String location, InputStream jar, int startLevel) {
        try {
            Bundle bundle = context().installBundle(location, jar);
            bundle.adapt(BundleStartLevel.class).setStartLevel(startLevel);
            return bundle;
        } catch (BundleException e) {
            throw refused(location + " cannot be installed", e);
        }
    }

    private void start(Bundle bundle) throws BundleException {
        Turn.End end;
        try {
            end = new Turn(bundle, modulePatience)
                    .take(() -> bundle.start(Bundle.START_ACTIVATION_POLICY), bundle::uninstall);
        } catch (BundleException e) {
            bundle.uninstall();
            throw refused("%s %s does not start".formatted(bundle.getSymbolicName(), bundle.getVersion()), e);
        }
        if (end == Turn.End.INTERRUPTED) {
            bundle.uninstall();
        }
        if (end != Turn.End.DONE) {
            throw new HousingException(
                    ErrorCode.REFUSED_MODULE,
                    "%s %s does not start: it was still busy with that after %d ms"
                            .formatted(bundle.getSymbolicName(), bundle.getVersion(), modulePatience.toMillis()));
        }
    }

    /**
     * Starts a bundle that was only installed.
     *
     * @throws HousingException REFUSED_MODULE when it does not start; then it is not there
     */
    public void startNow(Bundle bundle) {
        try {
            start(bundle);
        } catch (BundleException e) {
            throw refused(bundle.getLocation() + " cannot be started", e);
        }
    }

    /** Takes a bundle away; one that takes longer over it than it may is interrupted, and then left to itself: false. */
    public boolean uninstall(Bundle bundle) throws BundleException {
        return new Turn(bundle, modulePatience).take(bundle::uninstall, () -> {}) != Turn.End.LEFT;
    }

    private static HousingException refused(String what, BundleException e) {
        return new HousingException(ErrorCode.REFUSED_MODULE, what + ": " + e.getMessage(), e);
    }

    /** Starts everything up to a level, in order; comes back when all of it has been tried. */
    public void raiseTo(int level) {
        CountDownLatch reached = new CountDownLatch(1);
        framework.adapt(FrameworkStartLevel.class).setStartLevel(level, event -> reached.countDown());
        try {
            if (!reached.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new HousingException(
                        ErrorCode.SITE_NOT_READY,
                        "start level %d is not reached after %s; inactive: %s".formatted(level, PATIENCE, inactive()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HousingException(ErrorCode.SITE_NOT_READY, "interrupted while starting", e);
        }
    }

    /** Bundles that should run by now and do not, each with why; in the order of their names. */
    public List<String> inactive() {
        int level = framework.adapt(FrameworkStartLevel.class).getStartLevel();
        Map<String, String> reasons = new TreeMap<>();
        for (Bundle bundle : context().getBundles()) {
            boolean due = bundle.adapt(BundleStartLevel.class).getStartLevel() <= level;
            boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
            if (due && !fragment && (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) == 0) {
                reasons.put(bundle.getSymbolicName(), whyNot(bundle));
            }
        }
        return reasons.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList();
    }

    private static String whyNot(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT);
            return "started late";
        } catch (BundleException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** A property of each service of a type, whether or not host and service share the type's class. */
    public static List<Object> property(BundleContext context, String type, String name) {
        try {
            ServiceReference<?> @Nullable [] found = context.getAllServiceReferences(type, null);
            return Stream.ofNullable(found)
                    .flatMap(Arrays::stream)
                    .flatMap(reference -> Stream.ofNullable(reference.getProperty(name)))
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Resolves what is installed, so that descriptions in bundles can be read before anything starts. */
    public void resolve() {
        wiring().resolveBundles(null);
    }

    /** How bundles hang together. */
    public FrameworkWiring wiring() {
        return framework.adapt(FrameworkWiring.class);
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(PATIENCE.toMillis());
        } catch (BundleException e) {
            LOG.error("the framework does not stop: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

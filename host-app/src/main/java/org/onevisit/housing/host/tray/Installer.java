package org.onevisit.housing.host.tray;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.framework.HousingFramework;
import org.onevisit.housing.host.framework.NestedBundle;
import org.onevisit.housing.process.HousingException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs modules side by side: the new one serves before the old one leaves, and the old one leaves when the calls inside it are
 * over. Only the old one is refreshed.
 */
final class Installer {
    private static final Logger LOG = LoggerFactory.getLogger(Installer.class);
    private static final Duration COMES_UP = Duration.ofSeconds(5);
    private static final Duration REFRESH = Duration.ofSeconds(30);
    private static final String PACK_SOURCE = "org.onevisit.housing.spi.policy.PolicySource";
    /** How each pack fares, a line each, as the extender that reads packs tells it. */
    private static final String PACK_STATES = "housing.pack.states";

    private final HousingFramework framework;

    Installer(HousingFramework framework) {
        this.framework = framework;
    }

    /** Bundles of this name, in the order in which they were installed. */
    List<Bundle> named(String name) {
        return Arrays.stream(framework.context().getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .toList();
    }

    /** Is this a name of the core, the store, a library or the framework itself, none of which a module may replace? */
    boolean isReserved(String name) {
        return name.equals(Constants.SYSTEM_BUNDLE_SYMBOLICNAME)
                || named(name).stream()
                        .anyMatch(bundle -> bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID
                                || (bundle.getLocation().startsWith(HousingFramework.NESTED)
                                        && bundle.adapt(BundleStartLevel.class).getStartLevel()
                                                < NestedBundle.PLUGINS));
    }

    /** Installs without looking at what it does: at start, before anything serves. */
    Bundle put(Module module, byte[] content) {
        return framework.install(
                HousingFramework.MODULE + module.sha256(), new ByteArrayInputStream(content), NestedBundle.PLUGINS);
    }

    /**
     * Installs a module into a host that serves; {@code old} stay until it serves.
     *
     * @throws RefusedException when it does not come up; then nothing has changed
     */
    Bundle install(Module module, byte[] content, List<Bundle> old) {
        try {
            Bundle bundle = put(module, content);
            Optional<String> wrong = missing(bundle, old);
            if (wrong.isPresent()) {
                remove(bundle);
                throw new RefusedException(wrong.get());
            }
            return bundle;
        } catch (HousingException e) {
            throw new RefusedException(e.getMessage() + "; nothing has changed", e);
        }
    }

    /** What the old ones offer and the new one does not, after a while. */
    private static Optional<String> missing(Bundle bundle, Collection<Bundle> old) {
        Set<String> wanted = old.stream().flatMap(Installer::services).collect(Collectors.toCollection(TreeSet::new));
        long end = System.nanoTime() + COMES_UP.toNanos();
        while (true) {
            wanted.removeAll(services(bundle).toList());
            if (wanted.isEmpty()) {
                return Optional.empty();
            }
            if (System.nanoTime() > end) {
                return Optional.of("it does not offer %s as the version in service does; the old one stays"
                        .formatted(String.join(", ", wanted)));
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static Stream<String> services(Bundle bundle) {
        ServiceReference<?> @Nullable [] registered = bundle.getRegisteredServices();
        return Stream.ofNullable(registered)
                .flatMap(Arrays::stream)
                .flatMap(reference -> Stream.of((String[]) reference.getProperty(Constants.OBJECTCLASS)));
    }

    /**
     * Asks how a pack fares that has started.
     *
     * @throws RefusedException when it is not offered; then it is gone again
     */
    void requireOffered(Bundle pack) {
        String name = "%s-%s#%d/".formatted(pack.getSymbolicName(), pack.getVersion(), pack.getBundleId());
        Optional<String> invalid = HousingFramework.property(framework.context(), PACK_SOURCE, PACK_STATES).stream()
                .filter(String[].class::isInstance)
                .flatMap(states -> Arrays.stream((String[]) states))
                .filter(state -> state.startsWith(name) && state.contains(" INVALID"))
                .findFirst();
        if (invalid.isPresent()) {
            remove(pack);
            throw new RefusedException("the pack is wrong, see the log: " + invalid.get());
        }
    }

    /** Stops a bundle, which waits for the calls inside it, and takes it away with everything that only it holds. */
    void remove(Bundle bundle) {
        try {
            bundle.stop();
            bundle.uninstall();
        } catch (BundleException e) {
            LOG.error("{} {} does not stop: {}", bundle.getSymbolicName(), bundle.getVersion(), e.getMessage());
        }
        FrameworkWiring wiring = framework.wiring();
        Set<Bundle> touched = new TreeSet<>(wiring.getDependencyClosure(List.of(bundle)));
        touched.remove(bundle);
        if (touched.isEmpty()) {
            refresh(wiring, bundle);
        } else {
            LOG.warn(
                    "{} {} is kept in memory until the next start: {} use it",
                    bundle.getSymbolicName(),
                    bundle.getVersion(),
                    touched);
        }
    }

    private static void refresh(FrameworkWiring wiring, Bundle bundle) {
        CountDownLatch done = new CountDownLatch(1);
        wiring.refreshBundles(List.of(bundle), event -> done.countDown());
        try {
            if (!done.await(REFRESH.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} {} is still being refreshed", bundle.getSymbolicName(), bundle.getVersion());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

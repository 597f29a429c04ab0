package org.onevisit.housing.host.tray;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.framework.HousingFramework;
import org.onevisit.housing.host.framework.NestedBundle;
import org.onevisit.housing.host.tray.Module.Kind;
import org.onevisit.housing.process.HousingException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;
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

    private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([^)*]+)\\)");

    private final HousingFramework framework;

    Installer(HousingFramework framework) {
        this.framework = framework;
    }

    /** Bundles of this name, in the order in which they were installed. */
    List<Bundle> named(String name) {
        return framework.named(name);
    }

    /** Bundles of plugins and packs. */
    List<Bundle> modules() {
        return Arrays.stream(framework.context().getBundles())
                .filter(bundle -> bundle.getBundleId() != Constants.SYSTEM_BUNDLE_ID && !isReserved(bundle))
                .toList();
    }

    /** The content of the bundle of this name that travels in the host. */
    Optional<byte[]> nested(String name) {
        return nestedContent(bundle -> symbolicName(bundle).equals(name));
    }

    private static String symbolicName(byte[] bundle) {
        try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(bundle))) {
            return jar.getManifest()
                    .getMainAttributes()
                    .getValue(Constants.BUNDLE_SYMBOLICNAME)
                    .split(";")[0]
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content of the bundle that travels in the host under this location. */
    Optional<byte[]> nestedAt(String location) {
        return NestedBundle.all().stream()
                .filter(nested -> location.equals(HousingFramework.NESTED + nested.name()))
                .map(Installer::bytes)
                .findFirst();
    }

    /** Installs and starts the bundle of this name that travels in the host, if there is one. */
    void putNested(String name) {
        NestedBundle.all().stream()
                .filter(nested -> nested.startLevel() >= NestedBundle.PLUGINS)
                .filter(nested -> symbolicName(bytes(nested)).equals(name))
                .forEach(framework::install);
    }

    /** Is this the content of a bundle that travels in the host? */
    boolean travels(byte[] content) {
        return nestedContent(bundle -> Arrays.equals(bundle, content)).isPresent();
    }

    private static Optional<byte[]> nestedContent(Predicate<byte[]> wanted) {
        return NestedBundle.all().stream()
                .filter(nested -> nested.startLevel() >= NestedBundle.PLUGINS)
                .map(Installer::bytes)
                .filter(wanted)
                .findFirst();
    }

    private static byte[] bytes(NestedBundle nested) {
        try (InputStream content = nested.content().get()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Is this module installed, with this content? */
    boolean isThere(Module module) {
        return framework.context().getBundle(HousingFramework.MODULE + module.sha256()) != null;
    }

    /** Is this a name of the core, the store, a library or the framework itself, none of which a module may replace? */
    boolean isReserved(String name) {
        return name.equals(Constants.SYSTEM_BUNDLE_SYMBOLICNAME)
                || named(name).stream().anyMatch(Installer::isReserved);
    }

    private static boolean isReserved(Bundle bundle) {
        return bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID
                || (isNested(bundle) && bundle.adapt(BundleStartLevel.class).getStartLevel() < NestedBundle.PLUGINS);
    }

    /** Does it travel in the host? */
    static boolean isNested(Bundle bundle) {
        return bundle.getLocation().startsWith(HousingFramework.NESTED);
    }

    /** Packages that the host and what no module may replace offer, or would take from whoever offers them. */
    Set<String> offered() {
        return Arrays.stream(framework.context().getBundles())
                .filter(Installer::isReserved)
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .flatMap(revision -> Stream.concat(exported(revision), imported(revision)))
                .collect(Collectors.toSet());
    }

    private static Stream<String> exported(BundleRevision revision) {
        return revision.getDeclaredCapabilities(BundleRevision.PACKAGE_NAMESPACE).stream()
                .map(capability -> (String) capability.getAttributes().get(BundleRevision.PACKAGE_NAMESPACE));
    }

    private static Stream<String> imported(BundleRevision revision) {
        return revision.getDeclaredRequirements(BundleRevision.PACKAGE_NAMESPACE).stream()
                .flatMap(requirement ->
                        Stream.ofNullable(requirement.getDirectives().get(Constants.FILTER_DIRECTIVE)))
                .flatMap(filter -> PACKAGE.matcher(filter).results())
                .map(found -> found.group(1));
    }

    /** Installs without starting: while the host starts, before anything serves. */
    Bundle put(Module module, byte[] content) {
        return framework.installOnly(location(module), new ByteArrayInputStream(content), NestedBundle.PLUGINS);
    }

    private static String location(Module module) {
        return HousingFramework.MODULE + module.sha256();
    }

    /**
     * Starts what was {@link #put}.
     *
     * @throws HousingException REFUSED_MODULE when it does not start; then it is not there
     */
    void start(Bundle bundle) {
        if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
            framework.startNow(bundle);
        }
    }

    /**
     * Installs a module into a host that serves; {@code old} stay until it serves.
     *
     * @throws RefusedException when it does not come up; then nothing has changed
     */
    Bundle install(Module module, byte[] content, List<Bundle> old) {
        Set<String> wrongBefore = wrongPacks().keySet();
        try {
            Bundle bundle =
                    framework.install(location(module), new ByteArrayInputStream(content), NestedBundle.PLUGINS);
            Optional<String> wrong = module.kind() == Kind.PACK ? spoilt(wrongBefore) : missing(bundle, old);
            if (wrong.isPresent()) {
                remove(bundle);
                throw new RefusedException(wrong.get());
            }
            return bundle;
        } catch (HousingException e) {
            throw new RefusedException(e.getMessage() + "; nothing has changed", e);
        }
    }

    /** What the old ones offer and the new one does not, after a while. Fewer of a kind are waited for, and then accepted. */
    private static Optional<String> missing(Bundle bundle, Collection<Bundle> old) {
        Multiset<String> wanted = HashMultiset.create();
        old.forEach(one -> services(one)
                .entrySet()
                .forEach(kind -> wanted.setCount(
                        kind.getElement(), Math.max(kind.getCount(), wanted.count(kind.getElement())))));
        long end = System.nanoTime() + COMES_UP.toNanos();
        while (!Multisets.containsOccurrences(services(bundle), wanted) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        Set<String> missing = new TreeSet<>(wanted.elementSet());
        missing.removeAll(services(bundle).elementSet());
        return Optional.of(missing)
                .filter(kinds -> !kinds.isEmpty())
                .map(kinds -> "it does not offer %s as the version in service does; the old one stays"
                        .formatted(String.join(", ", kinds)));
    }

    private static Multiset<String> services(Bundle bundle) {
        ServiceReference<?> @Nullable [] registered = bundle.getRegisteredServices();
        return Stream.ofNullable(registered)
                .flatMap(Arrays::stream)
                .flatMap(reference -> Stream.of((String[]) reference.getProperty(Constants.OBJECTCLASS)))
                .filter(kind -> !kind.startsWith("org.osgi.")) // its own dealings with the framework
                .collect(Collectors.toCollection(HashMultiset::create));
    }

    /** A pack that is wrong since the last one came: that one itself, or one that stands on it. */
    private Optional<String> spoilt(Set<String> wrongBefore) {
        Map<String, String> wrong = wrongPacks();
        wrong.keySet().removeAll(wrongBefore);
        return wrong.values().stream().findFirst().map(state -> "with it a pack is wrong, see the log: " + state);
    }

    /** Packs that are wrong by name, and how. */
    private Map<String, String> wrongPacks() {
        return HousingFramework.property(framework.context(), PACK_SOURCE, PACK_STATES).stream()
                .filter(String[].class::isInstance)
                .flatMap(states -> Arrays.stream((String[]) states))
                .filter(state -> state.contains(" INVALID"))
                .collect(Collectors.toMap(state -> state.split(" ", 2)[0], state -> state, (a, b) -> a, TreeMap::new));
    }

    /** Takes a bundle away, which waits for the calls inside it, with everything that only it holds. */
    void remove(Bundle bundle) {
        try {
            // stops it, and goes on when it does not stop properly
            if (!framework.uninstall(bundle)) {
                LOG.warn(
                        "{} {} does not stop: left to itself, and kept in memory until the next start",
                        bundle.getSymbolicName(),
                        bundle.getVersion());
                return;
            }
        } catch (BundleException e) {
            LOG.error("{} {} cannot be taken away: {}", bundle.getSymbolicName(), bundle.getVersion(), e.getMessage());
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

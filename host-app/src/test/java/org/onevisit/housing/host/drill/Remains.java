package org.onevisit.housing.host.drill;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.onevisit.housing.host.HousingHost;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** What is left of replaced modules in memory: class loaders and wirings, by symbolic name, held weakly. */
final class Remains {
    private final Map<String, List<WeakReference<Object>>> wirings = new ConcurrentHashMap<>();
    private final Map<String, List<WeakReference<Object>>> loaders = new ConcurrentHashMap<>();
    private final BundleContext framework;

    Remains(HousingHost host) {
        framework = FrameworkUtil.getBundle(host.engine().getClass())
                .getBundleContext()
                .getBundle(0)
                .getBundleContext();
    }

    /** Notes what is installed now of a module. */
    void note(String symbolicName) {
        for (Bundle bundle : framework.getBundles()) {
            if (symbolicName.equals(bundle.getSymbolicName())) {
                BundleWiring wiring = bundle.adapt(BundleWiring.class);
                add(wirings, symbolicName, wiring);
                add(loaders, symbolicName, wiring.getClassLoader());
            }
        }
    }

    private static void add(Map<String, List<WeakReference<Object>>> to, String name, Object what) {
        List<WeakReference<Object>> known = to.computeIfAbsent(name, any -> new CopyOnWriteArrayList<>());
        if (known.stream().noneMatch(reference -> reference.refersTo(what))) {
            known.add(new WeakReference<>(what));
        }
    }

    /** How many versions of a module were noted. */
    int noted(String symbolicName) {
        return loaders.get(symbolicName).size();
    }

    /** How many class loaders of a module can still be reached. */
    long loaders(String symbolicName) {
        return reachable(loaders.get(symbolicName));
    }

    /** How many wirings of a module can still be reached. */
    long wirings(String symbolicName) {
        return reachable(wirings.get(symbolicName));
    }

    private static long reachable(List<WeakReference<Object>> references) {
        return references.stream()
                .filter(reference -> !reference.refersTo(null))
                .count();
    }

    /** Bundles that were taken away and not yet let go. */
    int pending() {
        return framework
                .getBundle(0)
                .adapt(FrameworkWiring.class)
                .getRemovalPendingBundles()
                .size();
    }
}

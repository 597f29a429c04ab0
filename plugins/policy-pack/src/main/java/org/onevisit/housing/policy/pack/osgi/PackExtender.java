package org.onevisit.housing.policy.pack.osgi;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.policy.pack.PackPolicySource;
import org.onevisit.housing.policy.pack.source.PackFile;
import org.onevisit.housing.spi.policy.PolicySource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds active bundles with the header {@value #HEADER} and offers their packs. How each fares is in the service property
 * {@value #STATES}, a line each.
 */
@Component(
        service = {},
        immediate = true)
public final class PackExtender implements BundleTrackerCustomizer<String> {
    /** Names the entry of the bundle that holds the pack. */
    public static final String HEADER = "Housing-Pack";
    /** Service property: how each pack fares. */
    public static final String STATES = "housing.pack.states";

    private static final Logger LOG = LoggerFactory.getLogger(PackExtender.class);

    private final PackPolicySource source = new PackPolicySource(List.of());
    private final List<PackFile> found = new CopyOnWriteArrayList<>();
    private final BundleTracker<String> tracker;
    private final ServiceRegistration<PolicySource> registration;
    private volatile boolean serving;

    /** Looks for packs, then offers them. */
    @Activate
    public PackExtender(BundleContext context) {
        tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
        tracker.open(); // those that are there already are read together, so that no layer is missed for a moment
        source.install(found);
        registration = requireNonNull(context.registerService(PolicySource.class, source, properties()));
        serving = true;
        source.install(found); // and those that came meanwhile
    }

    /** Stops looking and offers nothing any more. */
    @Deactivate
    public void close() {
        serving = false;
        registration.unregister();
        tracker.close();
    }

    @Override
    public @Nullable String addingBundle(Bundle bundle, BundleEvent event) {
        String entry = bundle.getHeaders("").get(HEADER);
        if (entry == null) {
            return null;
        }
        String name = bundle.getSymbolicName() + "-" + bundle.getVersion() + "#" + bundle.getBundleId() + "/" + entry;
        PackFile pack = new PackFile(name, read(bundle, entry));
        if (serving) {
            source.install(List.of(pack));
            registration.setProperties(properties());
        } else {
            found.add(pack);
        }
        LOG.info("pack read from bundle {} {}", bundle.getSymbolicName(), bundle.getVersion());
        return name;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, String name) {
        // a pack is read when its bundle starts
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, String name) {
        if (serving) {
            source.remove(name);
            registration.setProperties(properties());
        }
    }

    private static String read(Bundle bundle, String entry) {
        URL url = bundle.getEntry(entry);
        if (url == null) {
            LOG.warn("bundle {} names a pack {} that it does not hold", bundle.getSymbolicName(), entry);
            return "";
        }
        try (InputStream stream = url.openStream()) {
            return PackFile.read(entry, stream).text();
        } catch (IOException e) {
            LOG.warn("pack {} of bundle {} cannot be read", entry, bundle.getSymbolicName(), e);
            return "";
        }
    }

    private Dictionary<String, Object> properties() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(STATES, source.states().stream().map(Object::toString).toArray(String[]::new));
        return properties;
    }
}

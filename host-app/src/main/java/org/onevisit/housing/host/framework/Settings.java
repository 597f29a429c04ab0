package org.onevisit.housing.host.framework;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.tracker.ServiceTracker;

/** Hands configuration to the components of plugins. A name after {@code ~} makes it one of several of its kind. */
public final class Settings implements AutoCloseable {
    /** Any bundle may have it: two versions of a plugin share theirs while they stand side by side. */
    private static final String ANY_BUNDLE = "?";

    private final ServiceTracker<ConfigurationAdmin, ConfigurationAdmin> admin;

    /** Begins to look for the configuration service. */
    public Settings(BundleContext context) {
        admin = new ServiceTracker<>(context, ConfigurationAdmin.class, null);
        admin.open();
    }

    /** Sets the configuration of a component; nothing happens if it is what it was. */
    public void put(String pid, Map<String, Object> values) {
        Dictionary<String, Object> dictionary = new Hashtable<>(values);
        try {
            configuration(pid).updateIfDifferent(dictionary);
        } catch (IOException e) {
            throw refused(pid, e);
        }
    }

    /** Takes the configuration of a component away. */
    public void remove(String pid) {
        try {
            configuration(pid).delete();
        } catch (IOException e) {
            throw refused(pid, e);
        }
    }

    private Configuration configuration(String pid) throws IOException {
        int tilde = pid.indexOf('~');
        ConfigurationAdmin service = admin.getService();
        return tilde < 0
                ? service.getConfiguration(pid, ANY_BUNDLE)
                : service.getFactoryConfiguration(pid.substring(0, tilde), pid.substring(tilde + 1), ANY_BUNDLE);
    }

    private static HousingException refused(String pid, IOException e) {
        return new HousingException(
                ErrorCode.SITE_NOT_READY, "configuration %s cannot be kept: %s".formatted(pid, e.getMessage()), e);
    }

    @Override
    public void close() {
        admin.close();
    }
}

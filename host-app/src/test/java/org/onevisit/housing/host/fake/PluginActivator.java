package org.onevisit.housing.host.fake;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Registers a service, so that a plugin has something to offer. */
public final class PluginActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        Runnable nothing = () -> {};
        context.registerService(Runnable.class, nothing, null);
    }

    @Override
    public void stop(BundleContext context) {}
}

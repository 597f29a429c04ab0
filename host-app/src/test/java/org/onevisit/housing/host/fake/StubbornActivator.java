package org.onevisit.housing.host.fake;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Registers a service, and fails when it is told to stop. */
public final class StubbornActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        Runnable nothing = () -> {};
        context.registerService(Runnable.class, nothing, null);
    }

    @Override
    public void stop(BundleContext context) {
        throw new IllegalStateException("no");
    }
}

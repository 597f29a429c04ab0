package org.onevisit.housing.host;

import org.onevisit.housing.host.tray.Modules;
import org.onevisit.housing.host.tray.Tray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the trays and at the configuration, one look at a time, until closed. */
final class Watches implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watches.class);
    private final Tray packs;
    private final Tray plugins;
    private final Configurations configurations;
    private final Modules modules;
    private boolean closed;

    Watches(Tray packs, Tray plugins, Configurations configurations, Modules modules) {
        this.packs = packs;
        this.plugins = plugins;
        this.configurations = configurations;
        this.modules = modules;
    }

    /** Looks once; how many files in the trays were answered. */
    synchronized int look() {
        if (closed) {
            return 0;
        }
        configurations.look();
        modules.look();
        return packs.look() + plugins.look();
    }

    /** The same for a timer, which an error does not end. */
    void tick() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("the trays could not be looked at and are looked at again: {}", e.toString(), e);
        }
    }

    /** Waits for a look that is being taken; there is none after it. */
    @Override
    public synchronized void close() {
        closed = true;
    }
}

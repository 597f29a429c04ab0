package org.onevisit.housing.core.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the framework tells of a plugin.
 *
 * @param stamp its name and version
 * @param ranking of its service
 */
record Plugged(String stamp, int ranking) {
    private static final Logger log = LoggerFactory.getLogger(Plugged.class);

    /** Lets it take its seat; one that says of itself what cannot be is left standing, and named. */
    void seat(Runnable seating) {
        try {
            seating.run();
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            log.warn("plugin {} is not used: what it says of itself cannot be read", stamp, e);
        }
    }
}

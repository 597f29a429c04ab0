package org.onevisit.housing.host.framework;

import org.apache.felix.framework.Logger;
import org.slf4j.LoggerFactory;

/** What the framework itself has to say goes where everything else goes. */
final class FrameworkLog extends Logger {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("org.onevisit.housing.framework");

    @Override
    protected void doLog(int level, String message, Throwable throwable) {
        switch (level) {
            case LOG_ERROR -> LOG.warn(message, throwable); // whoever asked for it is told, and decides
            case LOG_WARNING -> LOG.info(message, throwable);
            default -> LOG.debug(message, throwable);
        }
    }
}

package org.onevisit.housing.host.framework;

import org.apache.felix.framework.Logger;
import org.slf4j.LoggerFactory;

/** What the framework itself has to say goes where everything else goes. */
final class FrameworkLog extends Logger {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("org.onevisit.housing.framework");

    @Override
    protected void doLog(int level, String message, Throwable throwable) {
        switch (level) {
            case LOG_ERROR -> LOG.error(message, throwable);
            case LOG_WARNING -> LOG.warn(message, throwable);
            default -> LOG.debug(message, throwable);
        }
    }
}

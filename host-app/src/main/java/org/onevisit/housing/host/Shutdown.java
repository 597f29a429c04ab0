package org.onevisit.housing.host;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been opened, to be closed once and in reverse order; what does not close is logged and stops nothing. */
final class Shutdown implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    /** Remembers something that was opened. */
    synchronized <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            AutoCloseable part = opened.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.error("{} does not close: {}", part.getClass().getSimpleName(), e.toString());
            }
        }
    }
}

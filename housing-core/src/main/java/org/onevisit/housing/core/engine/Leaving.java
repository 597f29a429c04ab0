package org.onevisit.housing.core.engine;

import java.time.Duration;
import org.onevisit.housing.core.plugin.Seats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plugin that leaves waits for the calls inside. */
final class Leaving {
    private static final Logger log = LoggerFactory.getLogger(Leaving.class);
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private Leaving() {}

    static <T> void drain(Seats<T> seats, T plugin) {
        seats.unseat(plugin).ifPresent(seat -> {
            if (seat.holdsCaller()) {
                log.warn("plugin {} leaves in the middle of a call to it: the call is not waited for", seat.stamp());
                return;
            }
            try {
                if (!seat.drained(PATIENCE)) {
                    log.warn("plugin {} leaves with a call inside: abandoned", seat.stamp());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}

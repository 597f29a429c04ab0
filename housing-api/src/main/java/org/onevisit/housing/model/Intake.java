package org.onevisit.housing.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * How an application came in (受理渠道).
 *
 * @param channel code of the intake channel, for example {@code intake-window}
 * @param window which window of the channel, for example {@code citywide}
 * @param receivedAt when it was handed over; the intake clock starts here
 */
public record Intake(String channel, String window, Instant receivedAt) {
    /** Checks that nothing is null. */
    public Intake {
        requireNonNull(channel, "channel");
        requireNonNull(window, "window");
        requireNonNull(receivedAt, "receivedAt");
    }
}

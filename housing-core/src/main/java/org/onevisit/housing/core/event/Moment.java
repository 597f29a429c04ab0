package org.onevisit.housing.core.event;

import java.time.Instant;
import java.time.LocalDate;
import org.onevisit.housing.core.state.Days;

/**
 * When something happened, who did it, and which plugin answered.
 *
 * @param at when
 * @param actor id of the actor, or {@link #SYSTEM}
 * @param stamp plugin and version; empty where none answered
 */
public record Moment(Instant at, String actor, String stamp) {
    /** The core itself. */
    public static final String SYSTEM = "system";

    /** The day in China. */
    public LocalDate day() {
        return Days.of(at);
    }
}

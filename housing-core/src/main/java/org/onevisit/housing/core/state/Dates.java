package org.onevisit.housing.core.state;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.spi.calendar.Deadline;

/**
 * The ends of limits as an application was told of them last, with the calendar by which they were counted. They stand beside the
 * state, so that an amended calendar can be held against them after a restart too.
 *
 * @param calendar its edition; empty where the ends were counted by more than one
 * @param ends by the limit's key
 */
public record Dates(String calendar, Map<String, Deadline> ends) {
    /** Nothing was told yet. */
    public static final Dates NONE = new Dates("", Map.of());

    /** Copies the map. */
    public Dates {
        ends = ImmutableMap.copyOf(ends);
    }

    /** What was told of a limit. */
    public Optional<Deadline> told(String key) {
        return Optional.ofNullable(ends.get(key));
    }
}

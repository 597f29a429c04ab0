package org.onevisit.housing.core.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onevisit.housing.core.event.CourseEvents.DeadlinesMoved;
import org.onevisit.housing.core.event.CourseEvents.Moved;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.event.Moment;
import org.onevisit.housing.core.state.Dates;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.spi.calendar.Deadline;

/**
 * Another calendar is in force: the ends of running limits move. Only the ends do, never where a limit counts from nor how long it
 * is; and nothing ends earlier than today, or than it had ended already.
 */
public final class Amendment {
    private Amendment() {}

    /** Moves what was told otherwise before, and records what the amendment came too late for; no event when neither is so. */
    public static Decision decide(State state, Dates told, Setting setting) {
        if (told.calendar().equals(setting.calendar().edition())) {
            return new Decision(state, List.of());
        }
        List<Moved> moved = new ArrayList<>();
        for (Limit limit : RunningLimits.of(state, setting)) {
            told.told(limit.key())
                    .map(old -> moved(limit, old, setting))
                    .filter(move -> move.kept() || !move.from().equals(move.to()))
                    .ifPresent(moved::add);
        }
        List<Event> events = moved.isEmpty()
                ? List.of()
                : List.of(new DeadlinesMoved(setting.calendar().edition(), moved));
        return Decider.record(state, new Moment(setting.now(), Moment.SYSTEM, ""), events, setting);
    }

    private static Moved moved(Limit limit, Deadline old, Setting setting) {
        LocalDate earliest = old.day().isBefore(setting.today()) ? old.day() : setting.today();
        boolean kept = limit.end().day().isBefore(earliest);
        Deadline end = kept ? new Deadline(earliest, !setting.calendar().isPublished(earliest)) : limit.end();
        return new Moved(limit.name(), old, end, kept);
    }

    /** What an application is told with a commit; {@code moved} when an amendment is part of it. */
    public static Dates dates(State state, Dates before, boolean moved, Setting setting) {
        Map<String, Deadline> ends = new HashMap<>();
        boolean agreed = true;
        for (Limit limit : RunningLimits.of(state, setting)) {
            Deadline told = before.told(limit.key()).orElse(limit.end());
            agreed &= told.equals(limit.end());
            ends.put(limit.key(), moved ? limit.end() : told);
        }
        return new Dates(agreed || moved ? setting.calendar().edition() : "", ends);
    }
}

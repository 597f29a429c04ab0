package org.onevisit.housing.host.swap;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.swap.SwapRecord.State;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/** A change that goes on, or went. Safe for every thread. */
final class SwapWork {
    private final PlanWork work;
    private final Plan plan;
    private final SwapOptions options;
    private final String operator;
    private final Clock clock;
    private final Instant began;
    private final List<String> lines = new ArrayList<>();
    private State state;
    private String confirmedBy = "";
    private String reason = "";
    private @Nullable Instant ended;

    SwapWork(PlanWork work, Plan plan, SwapOptions options, String operator, Clock clock, State state) {
        this.work = work;
        this.plan = plan;
        this.options = options;
        this.operator = operator;
        this.clock = clock;
        this.began = clock.instant();
        this.state = state;
    }

    PlanWork work() {
        return work;
    }

    Plan plan() {
        return plan;
    }

    SwapOptions options() {
        return options;
    }

    String operator() {
        return operator;
    }

    /** Goes over from one state to another; false when it is not in the first. */
    synchronized boolean go(State from, State to) {
        boolean goes = state == from;
        state = goes ? to : state;
        return goes;
    }

    synchronized void confirmed(String by) {
        confirmedBy = by;
        say("confirmed by " + by);
    }

    synchronized void say(String line) {
        lines.add(
                clock.instant().atZone(WorkCalendar.ZONE).toLocalTime().truncatedTo(ChronoUnit.SECONDS) + "  " + line);
    }

    synchronized void end(State how, String why) {
        state = how;
        reason = why;
        ended = clock.instant();
    }

    synchronized SwapRecord record() {
        return new SwapRecord(
                plan, options, operator, confirmedBy, state, began, Optional.ofNullable(ended), reason, lines);
    }
}

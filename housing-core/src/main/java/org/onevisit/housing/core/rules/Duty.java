package org.onevisit.housing.core.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.onevisit.housing.core.event.Fold;
import org.onevisit.housing.core.state.Days;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.state.Timeline;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.view.ClockView.PartyDays;
import org.onevisit.housing.view.ClockView.StageDays;

/**
 * The duty ledger: day d belongs to whoever held the application at 00:00 of d. From the day after receipt to the day of the end, or
 * today; each day once, so that the parties' days sum to the total.
 */
public final class Duty {
    private final State state;
    private final WorkCalendar calendar;
    private final LocalDate last;

    /** The ledger of a state, up to {@code now}. */
    public Duty(State state, WorkCalendar calendar, Instant now) {
        this.state = state;
        this.calendar = calendar;
        this.last = Days.of(state.timeline().endedAt().orElse(now));
    }

    /** The days of every party. */
    public List<PartyDays> parties() {
        return parties(LocalDate.MIN, LocalDate.MAX);
    }

    /** The days of every party that lie between two days, both included. */
    public List<PartyDays> parties(LocalDate from, LocalDate to) {
        Map<String, int[]> days = new TreeMap<>();
        List<Timeline.Holding> holdings = state.timeline().holdings();
        for (int i = 0; i < holdings.size(); i++) {
            Optional<Instant> until =
                    i + 1 < holdings.size() ? Optional.of(holdings.get(i + 1).from()) : Optional.empty();
            String party = holdings.get(i).party();
            if (!party.equals(Fold.NOBODY)) {
                count(holdings.get(i).from(), until, from, to, add(days, party));
            }
        }
        List<PartyDays> rows = new ArrayList<>();
        days.forEach((party, counts) -> rows.add(new PartyDays(party, counts[0], counts[1])));
        rows.removeIf(row -> row.calendarDays() == 0);
        return rows;
    }

    /** The days of every stage. */
    public List<StageDays> stages() {
        Map<Stage, int[]> days = new TreeMap<>();
        List<Timeline.StageEntry> stages = state.timeline().stages();
        for (int i = 0; i < stages.size(); i++) {
            Optional<Instant> until =
                    i + 1 < stages.size() ? Optional.of(stages.get(i + 1).from()) : Optional.empty();
            Timeline.StageEntry entry = stages.get(i);
            entry.stage()
                    .ifPresent(stage -> count(entry.from(), until, LocalDate.MIN, LocalDate.MAX, add(days, stage)));
        }
        List<StageDays> rows = new ArrayList<>();
        days.forEach((stage, counts) -> rows.add(new StageDays(stage, counts[0], counts[1])));
        return rows;
    }

    private static <K> BiConsumer<Integer, Integer> add(Map<K, int[]> days, K key) {
        return (working, all) -> {
            int[] counts = days.computeIfAbsent(key, k -> new int[2]);
            counts[0] += working;
            counts[1] += all;
        };
    }

    private void count(
            Instant begin, Optional<Instant> end, LocalDate from, LocalDate to, BiConsumer<Integer, Integer> into) {
        LocalDate received = Days.of(state.timeline().receivedAt());
        LocalDate first = max(max(firstMidnight(begin), received.plusDays(1)), from);
        LocalDate until = min(min(end.map(e -> firstMidnight(e).minusDays(1)).orElse(last), last), to);
        if (!until.isBefore(first)) {
            into.accept(
                    calendar.workingDaysBetween(first.minusDays(1), until),
                    (int) (until.toEpochDay() - first.toEpochDay()) + 1);
        }
    }

    /** The first day whose 00:00 is not before the moment. */
    private static LocalDate firstMidnight(Instant moment) {
        LocalDate day = Days.of(moment);
        return Days.start(day).equals(moment) ? day : day.plusDays(1);
    }

    private static LocalDate max(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}

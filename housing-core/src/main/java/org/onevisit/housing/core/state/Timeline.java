package org.onevisit.housing.core.state;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/**
 * The times of an application.
 *
 * @param receivedAt when it came in
 * @param intakeFrom day from which the intake limit counts: receipt, or making good
 * @param makeGoodFrom day on which making good was asked for
 * @param acceptedOn day from which the case limit counts
 * @param stageFrom day from which the limit of the stage counts
 * @param endedAt when it came to an end, the last time it did
 * @param pauses every pause, the last one perhaps still running
 * @param holdings who held it from when
 * @param stages which stage from when; empty stage at an end
 * @param kept days before which limits do not end although the calendar in force says so, by the limit's name
 */
public record Timeline(
        Instant receivedAt,
        LocalDate intakeFrom,
        Optional<LocalDate> makeGoodFrom,
        Optional<LocalDate> acceptedOn,
        LocalDate stageFrom,
        Optional<Instant> endedAt,
        List<Pause> pauses,
        List<Holding> holdings,
        List<StageEntry> stages,
        Map<String, LocalDate> kept) {

    /** A pause: from when, until when, for which reason. */
    public record Pause(Instant from, Optional<Instant> until, String reason) {}

    /** From this moment the application is with this party; empty party at an end. */
    public record Holding(Instant from, String party) {}

    /** From this moment the application is in this stage. */
    public record StageEntry(Instant from, Optional<Stage> stage) {}

    /** The times of an application that has just come in. */
    public static Timeline startingAt(Instant receivedAt) {
        LocalDate day = Days.of(receivedAt);
        return new Timeline(
                receivedAt,
                day,
                Optional.empty(),
                Optional.empty(),
                day,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }

    /** The pause that runs now. */
    public Optional<Pause> pause() {
        return pauses.isEmpty() || pauses.get(pauses.size() - 1).until().isPresent()
                ? Optional.empty()
                : Optional.of(pauses.get(pauses.size() - 1));
    }

    /** Days of the unit that pauses took since {@code from}, up to {@code now}. */
    public int pausedDays(LocalDate from, Instant now, DayCount.Unit unit, WorkCalendar calendar) {
        int days = 0;
        for (Pause pause : pauses) {
            LocalDate start = Days.of(pause.from()).isBefore(from) ? from : Days.of(pause.from());
            LocalDate end = Days.of(pause.until().orElse(now));
            if (end.isAfter(start)) {
                days += unit == DayCount.Unit.WORKING
                        ? calendar.workingDaysBetween(start, end)
                        : (int) (end.toEpochDay() - start.toEpochDay());
            }
        }
        return days;
    }

    /** The times with the intake limit counting anew. */
    public Timeline intakeAnew(LocalDate day) {
        return new Timeline(
                receivedAt, day, makeGoodFrom, acceptedOn, stageFrom, endedAt, pauses, holdings, stages, kept);
    }

    /** The times after making good was asked for. */
    public Timeline makeGoodAsked(LocalDate day) {
        return new Timeline(
                receivedAt,
                intakeFrom,
                Optional.of(day),
                acceptedOn,
                stageFrom,
                endedAt,
                pauses,
                holdings,
                stages,
                kept);
    }

    /** The times after acceptance. */
    public Timeline accepted(LocalDate day) {
        return new Timeline(
                receivedAt, intakeFrom, makeGoodFrom, Optional.of(day), day, endedAt, pauses, holdings, stages, kept);
    }

    /** The times after a stage was entered; its limit counts from {@code day}. */
    public Timeline entered(Instant at, Optional<Stage> stage, LocalDate day) {
        ImmutableList<StageEntry> more = append(stages, new StageEntry(at, stage));
        return new Timeline(
                receivedAt,
                intakeFrom,
                makeGoodFrom,
                acceptedOn,
                day,
                stage.isEmpty() ? Optional.of(at) : Optional.empty(),
                pauses,
                holdings,
                more,
                kept);
    }

    /** The times after a pause began. */
    public Timeline paused(Instant at, String reason) {
        return withPauses(append(pauses, new Pause(at, Optional.empty(), reason)));
    }

    /** The times after the running pause ended. */
    public Timeline resumed(Instant at) {
        Pause running = pause().orElseThrow();
        List<Pause> before = pauses.subList(0, pauses.size() - 1);
        return withPauses(append(before, new Pause(running.from(), Optional.of(at), running.reason())));
    }

    /** The times after the application passed to a party; nothing changes when it is there already. */
    public Timeline heldBy(Instant at, String party) {
        if (!holdings.isEmpty() && holdings.get(holdings.size() - 1).party().equals(party)) {
            return this;
        }
        return new Timeline(
                receivedAt,
                intakeFrom,
                makeGoodFrom,
                acceptedOn,
                stageFrom,
                endedAt,
                pauses,
                append(holdings, new Holding(at, party)),
                stages,
                kept);
    }

    /** The times with these days kept. */
    public Timeline keeping(Map<String, LocalDate> days) {
        return new Timeline(
                receivedAt,
                intakeFrom,
                makeGoodFrom,
                acceptedOn,
                stageFrom,
                endedAt,
                pauses,
                holdings,
                stages,
                ImmutableMap.copyOf(days));
    }

    private Timeline withPauses(List<Pause> changed) {
        return new Timeline(
                receivedAt, intakeFrom, makeGoodFrom, acceptedOn, stageFrom, endedAt, changed, holdings, stages, kept);
    }

    private static <T> ImmutableList<T> append(List<T> list, T item) {
        return ImmutableList.<T>builder().addAll(list).add(item).build();
    }
}

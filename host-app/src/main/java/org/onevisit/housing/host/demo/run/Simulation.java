package org.onevisit.housing.host.demo.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.host.MovableClock;
import org.onevisit.housing.host.demo.run.Agenda.Deed;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.view.JournalEntry;

/**
 * Lets the households of a run go through everything, day by day, on one thread. What to do next is learnt from the journal; an
 * application is touched only when it needs something.
 */
public final class Simulation {
    private static final int ENTRIES = 1000;
    private final Settings settings;
    private final HousingEngine engine;
    private final MovableClock clock;
    private final OfficeDays officeDays = new OfficeDays();
    private final Agenda agenda = new Agenda();
    private final Doors doors;
    private final Routine routine;
    private final List<Course> courses = new ArrayList<>();
    private final Map<ApplicationNumber, Course> byNumber = new HashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private long position;

    /** A run of an engine whose clock can be moved and stands otherwise. */
    public Simulation(Settings settings, HousingEngine engine, MovableClock clock) {
        this.settings = settings;
        this.engine = engine;
        this.clock = clock;
        this.doors = new Doors(engine, clock);
        this.routine = new Routine(doors, agenda);
    }

    /**
     * How the run went.
     *
     * @param courses of all households, in the order in which they came
     * @param refusals commands that the engine refused unexpectedly
     */
    public record Result(List<Course> courses, List<Refusal> refusals) {
        /** Copies the lists. */
        public Result {
            courses = List.copyOf(courses);
            refusals = List.copyOf(refusals);
        }
    }

    /** Runs to the end; {@code ticker} is told of each day that is over. */
    public Result run(Consumer<LocalDate> ticker) {
        List<LocalDate> all = Settings.FIRST_DAY.datesUntil(settings.end()).toList();
        List<LocalDate> working = all.stream().filter(officeDays::isWorkingDay).toList();
        Map<Integer, List<Arrival>> arrivals = new HashMap<>();
        Arrivals.of(settings, working, doors.form())
                .forEach(arrival -> arrivals.computeIfAbsent(arrival.script().arrives(), day -> new ArrayList<>())
                        .add(arrival));
        int next = 0;
        for (LocalDate day : all) {
            agenda.begin(next);
            clock.moveTo(day.atStartOfDay(WorkCalendar.ZONE).toInstant());
            timedWork();
            if (officeDays.isWorkingDay(day)) {
                workingDay(day, arrivals.getOrDefault(next, List.of()));
                next++;
            }
            ticker.accept(day);
        }
        agenda.begin(next);
        clock.moveTo(settings.end().atStartOfDay(WorkCalendar.ZONE).toInstant());
        timedWork();
        return new Result(courses, refusals);
    }

    private void timedWork() {
        engine.runDue(clock.instant());
        follow();
    }

    private void workingDay(LocalDate day, List<Arrival> arrivals) {
        for (Desk desk : Desk.values()) {
            clock.moveTo(desk.opens(day));
            if (desk == Desk.COUNTER || desk == Desk.SUBDISTRICT) {
                timedWork();
            }
            List<Agenda.Task> tasks = List.copyOf(agenda.open(desk));
            if (desk == Desk.COUNTER) {
                arrivals.forEach(this::arrive);
            }
            for (Agenda.Task task : tasks) {
                if (task.stands()) {
                    attempt(task.course(), task.deed());
                    follow();
                }
            }
        }
    }

    private void arrive(Arrival arrival) {
        Course course = new Course(arrival);
        courses.add(course);
        attempt(course, routine::arrive);
        course.receipt().ifPresent(receipt -> byNumber.put(receipt.number(), course));
    }

    private void attempt(Course course, Deed deed) {
        try {
            deed.to(course);
        } catch (HousingException e) {
            refusals.add(new Refusal(course.toString(), e.code().code() + " " + e.getMessage()));
        }
    }

    /** Catches up with the journal. */
    private void follow() {
        List<JournalEntry> entries = engine.eventsAfter(position, ENTRIES);
        while (!entries.isEmpty()) {
            for (JournalEntry entry : entries) {
                position = Math.max(position, entry.position());
                Course course = byNumber.get(entry.number());
                if (course != null) {
                    routine.follow(course, entry);
                }
            }
            entries = engine.eventsAfter(position, ENTRIES);
        }
    }
}

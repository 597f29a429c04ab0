package org.onevisit.housing.host.demo.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is to be done on which working day at which desk. An application is touched only when it needs something. */
final class Agenda {
    private static final int ANY = -1;
    private final Map<Integer, Map<Desk, List<Task>>> days = new HashMap<>();
    private int today;
    private int open = -1;

    /** Something that is done to an application. */
    @FunctionalInterface
    interface Deed {
        /** Does it. */
        void to(Course course);
    }

    /** A deed for a course; stale once the course is elsewhere. */
    record Task(Course course, int visit, Deed deed) {
        boolean stands() {
            return visit == ANY || visit == course.visits();
        }
    }

    /** A working day, from 0, begins; desks are closed. */
    void begin(int day) {
        days.remove(today - 1);
        today = day;
        open = -1;
    }

    /** After so many working days, if the course is still at this step. */
    void in(int after, Desk desk, Course course, Deed deed) {
        put(after, desk, new Task(course, course.visits(), deed));
    }

    /** After so many working days, wherever the course is. */
    void whenever(int after, Desk desk, Course course, Deed deed) {
        put(after, desk, new Task(course, ANY, deed));
    }

    private void put(int after, Desk desk, Task task) {
        int wait = after == 0 && desk.ordinal() <= open ? 1 : after;
        days.computeIfAbsent(today + wait, d -> new EnumMap<>(Desk.class))
                .computeIfAbsent(desk, d -> new ArrayList<>())
                .add(task);
    }

    /** Opens a desk: its tasks of today, in the order in which they were put down. */
    List<Task> open(Desk desk) {
        open = desk.ordinal();
        return days.getOrDefault(today, Map.of()).getOrDefault(desk, List.of());
    }
}

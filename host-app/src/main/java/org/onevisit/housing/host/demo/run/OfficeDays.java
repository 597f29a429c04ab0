package org.onevisit.housing.host.demo.run;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/**
 * On which days the offices of the demo are open. Read from a table of its own, so that the run can count the engine's working
 * days after it. Immutable.
 */
public final class OfficeDays implements WorkCalendar {
    private static final int LAST_YEAR = 2026;
    private final Map<LocalDate, Boolean> exceptions = new HashMap<>();

    /** Reads the table. */
    public OfficeDays() {
        try {
            Resources.readLines(Resources.getResource(OfficeDays.class, "office-days.txt"), StandardCharsets.UTF_8)
                    .stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .forEach(parts -> exceptions.put(LocalDate.parse(parts[0]), parts[1].equals("worked")));
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's table of office days cannot be read from its own jar", e);
        }
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return exceptions.getOrDefault(day, day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);
    }

    @Override
    public boolean isPublished(LocalDate day) {
        return day.getYear() <= LAST_YEAR;
    }

    @Override
    public String edition() {
        return "demo";
    }
}

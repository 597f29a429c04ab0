package org.onevisit.housing.core.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A second opinion on working days: picks the dates out of the file's text by itself, and walks from day to day. */
final class DayByDayOracle {
    private static final Pattern YEAR = Pattern.compile(
            "\"(\\d{4})\":\\s*\\{\\s*\"daysOff\":\\s*\\[(.*?)],\\s*\"workedWeekendDays\":\\s*\\[(.*?)],"
                    + "\\s*\"workingDaysInYear\":\\s*(\\d+)",
            Pattern.DOTALL);
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final List<String> FIXED = List.of("-01-01", "-05-01", "-05-02", "-10-01", "-10-02", "-10-03");

    final Map<Integer, Integer> workingDaysInYear = new HashMap<>();
    private final Set<String> off = new HashSet<>();
    private final Set<String> on = new HashSet<>();

    DayByDayOracle() throws IOException {
        try (InputStream file = DayByDayOracle.class.getResourceAsStream("cn-workdays.json")) {
            Matcher years = YEAR.matcher(new String(file.readAllBytes(), UTF_8));
            while (years.find()) {
                DATE.matcher(years.group(2)).results().forEach(date -> off.add(date.group()));
                DATE.matcher(years.group(3)).results().forEach(date -> on.add(date.group()));
                workingDaysInYear.put(Integer.valueOf(years.group(1)), Integer.valueOf(years.group(4)));
            }
        }
    }

    boolean known(LocalDate day) {
        return workingDaysInYear.containsKey(day.getYear());
    }

    boolean worked(LocalDate day) {
        String text = day.toString();
        if (on.contains(text)) {
            return true;
        }
        boolean legal = !known(day) && FIXED.contains(text.substring(4));
        return day.getDayOfWeek().getValue() < 6 && !off.contains(text) && !legal;
    }

    /** End of a period of working days, and whether a day without arrangement was touched. */
    Map.Entry<LocalDate, Boolean> afterWorking(LocalDate event, int days) {
        LocalDate day = event;
        boolean guessed = !known(event);
        for (int seen = 0; seen < days; ) {
            day = day.plusDays(1);
            guessed |= !known(day);
            seen += worked(day) ? 1 : 0;
        }
        return Map.entry(day, guessed);
    }

    /** End of a period of calendar days: moved on while the last day is off. */
    Map.Entry<LocalDate, Boolean> afterCalendar(LocalDate event, int days) {
        LocalDate day = event.plusDays(days);
        boolean guessed = !known(event) || !known(day);
        while (days > 0 && !worked(day)) {
            day = day.plusDays(1);
            guessed |= !known(day);
        }
        return Map.entry(day, guessed);
    }

    int between(LocalDate from, LocalDate to) {
        int seen = 0;
        for (LocalDate day = to; day.isAfter(from); day = day.minusDays(1)) {
            seen += worked(day) ? 1 : 0;
        }
        return seen;
    }
}

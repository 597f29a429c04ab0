package org.onevisit.housing.core.calendar;

import static org.onevisit.housing.process.ErrorCode.REFUSED_MODULE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.onevisit.housing.process.HousingException;

/**
 * The arrangements of some years, as the data file holds them. A day counts by its date: the notice of one year may speak about
 * days of the year before.
 *
 * @param workingDays working days of each year whose arrangement is published, as the file counts them
 * @param daysOff weekdays that are off
 * @param workedWeekendDays Saturdays and Sundays that are worked
 */
record Arrangements(
        NavigableMap<Integer, Integer> workingDays,
        SortedSet<LocalDate> daysOff,
        SortedSet<LocalDate> workedWeekendDays) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * Reads the data file and checks it against itself.
     *
     * @throws HousingException REFUSED_MODULE with the place in the file, if it is not as described there
     */
    static Arrangements read(InputStream file) {
        Arrangements read = new Arrangements(new TreeMap<>(), new TreeSet<>(), new TreeSet<>());
        JsonNode years = parse(file).path("years");
        if (!years.isObject() || years.isEmpty()) {
            throw refused("/years", "an object with a field for each year");
        }
        years.properties().forEach(year -> read.addYear(year.getKey(), year.getValue()));
        read.checkNoGap();
        read.workingDays.keySet().forEach(read::checkCount);
        return read;
    }

    /** Is this day worked, by the arrangement of a published year? */
    boolean isWorked(LocalDate day) {
        return isWeekend(day) ? workedWeekendDays.contains(day) : !daysOff.contains(day);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static JsonNode parse(InputStream file) {
        try {
            return JSON.readTree(file);
        } catch (JsonProcessingException e) {
            throw new HousingException(REFUSED_MODULE, "calendar file: not JSON, " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new HousingException(REFUSED_MODULE, "calendar file: cannot be read", e);
        }
    }

    private void addYear(String name, JsonNode year) {
        String place = "/years/" + name;
        if (!name.matches("[12]\\d{3}")) {
            throw refused("/years", "years of four digits, not \"" + name + "\"");
        }
        addDays(place + "/daysOff", year.path("daysOff"), false);
        addDays(place + "/workedWeekendDays", year.path("workedWeekendDays"), true);
        JsonNode count = year.path("workingDaysInYear");
        if (!count.isInt()) {
            throw refused(place + "/workingDaysInYear", "a whole number");
        }
        workingDays.put(Integer.valueOf(name), count.intValue());
    }

    private void addDays(String place, JsonNode days, boolean weekend) {
        if (!days.isArray()) {
            throw refused(place, "a list of dates");
        }
        for (int i = 0; i < days.size(); i++) {
            LocalDate day = date(place + "/" + i, days.get(i));
            if (isWeekend(day) != weekend) {
                throw refused(
                        place + "/" + i, (weekend ? "a Saturday or Sunday, not " : "Monday to Friday, not ") + day);
            }
            if (!(weekend ? workedWeekendDays : daysOff).add(day)) {
                throw refused(place + "/" + i, "each day once; " + day + " stands twice");
            }
        }
    }

    private static LocalDate date(String place, JsonNode text) {
        try {
            return LocalDate.parse(text.asText());
        } catch (DateTimeException e) {
            throw refused(place, "a date such as 2026-10-01");
        }
    }

    private void checkNoGap() {
        for (int year = workingDays.firstKey(); year < workingDays.lastKey(); year++) {
            if (!workingDays.containsKey(year)) {
                throw refused("/years", "years without a gap; " + year + " is missing");
            }
        }
    }

    private void checkCount(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        long counted =
                first.datesUntil(first.plusYears(1)).filter(this::isWorked).count();
        if (counted != workingDays.getOrDefault(year, 0)) {
            throw refused("/years/" + year + "/workingDaysInYear", counted + ", which is what the listed days give");
        }
    }

    private static HousingException refused(String place, String expected) {
        return new HousingException(REFUSED_MODULE, "calendar file, " + place + ": expected " + expected);
    }
}

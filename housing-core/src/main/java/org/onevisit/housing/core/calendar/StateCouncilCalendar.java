package org.onevisit.housing.core.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Set;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/**
 * The working days of mainland China by the State Council's yearly arrangement. Immutable.
 *
 * <p>In a year that is not published, weekends are off and the legal days whose date in the solar calendar is fixed (rule of
 * 2024); days by the lunar calendar and exchanged days are not guessed. Questions about the years around the published ones are
 * answered from a table in constant time.
 */
public final class StateCouncilCalendar implements WorkCalendar {
    private static final String BUNDLED = "cn-workdays.json";
    private static final int YEARS_BEFORE = 10;
    private static final int YEARS_AFTER = 40;
    private static final Set<MonthDay> FIXED_DAYS_OFF = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 2),
            MonthDay.of(10, 1),
            MonthDay.of(10, 2),
            MonthDay.of(10, 3));

    private final Arrangements arrangements;
    private final String edition;
    private final int tableStart;
    /** Working days in the table before its i-th day. */
    private final int[] workedBefore;
    /** Place in the table of its n-th working day. */
    private final int[] workingDays;

    private StateCouncilCalendar(Arrangements arrangements) {
        this.arrangements = arrangements;
        int firstYear = arrangements.workingDays().firstKey();
        int lastYear = arrangements.workingDays().lastKey();
        edition = "state-council-" + firstYear + "-" + lastYear + "-"
                + Hashing.sha256()
                        .hashString(arrangements.toString(), UTF_8)
                        .toString()
                        .substring(0, 12);
        LocalDate start = LocalDate.of(firstYear - YEARS_BEFORE, 1, 1);
        int length = (int) (LocalDate.of(lastYear + YEARS_AFTER, 1, 1).toEpochDay() - start.toEpochDay());
        tableStart = (int) start.toEpochDay();
        workedBefore = new int[length + 1];
        int[] places = new int[length];
        for (int i = 0; i < length; i++) {
            boolean worked = isWorkingDay(start.plusDays(i));
            if (worked) {
                places[workedBefore[i]] = i;
            }
            workedBefore[i + 1] = workedBefore[i] + (worked ? 1 : 0);
        }
        workingDays = Arrays.copyOf(places, workedBefore[length]);
    }

    /** The calendar that comes with the product: the years 2018 to 2026. */
    public static StateCouncilCalendar bundled() {
        try (InputStream file = StateCouncilCalendar.class.getResourceAsStream(BUNDLED)) {
            return of(requireNonNull(file, BUNDLED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The calendar of a data file of the same form as the bundled one.
     *
     * @throws org.onevisit.housing.process.HousingException REFUSED_MODULE with the place in the file, if it contradicts itself
     */
    public static StateCouncilCalendar of(InputStream file) {
        return new StateCouncilCalendar(Arrangements.read(file));
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        boolean fixedDayOff = !isPublished(day) && FIXED_DAYS_OFF.contains(MonthDay.from(day));
        return !fixedDayOff && arrangements.isWorked(day);
    }

    @Override
    public boolean isPublished(LocalDate day) {
        return arrangements.workingDays().containsKey(day.getYear());
    }

    @Override
    public String edition() {
        return edition;
    }

    @Override
    public Deadline after(LocalDate event, DayCount length) {
        boolean working = length.unit() == DayCount.Unit.WORKING;
        LocalDate from = working ? event : event.plusDays(length.days());
        int left = working ? length.days() : length.days() == 0 || isWorkingDay(from) ? 0 : 1;
        if (!inTable(from) || nth(from, left) >= workingDays.length) {
            return WorkCalendar.super.after(event, length);
        }
        LocalDate end = left == 0 ? from : LocalDate.ofEpochDay(tableStart + (long) workingDays[(int) nth(from, left)]);
        return new Deadline(end, !(isPublished(event) && isPublished(end)));
    }

    @Override
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (!to.isAfter(from)) {
            return 0;
        }
        return inTable(from) && inTable(to)
                ? workedUpTo(to) - workedUpTo(from)
                : WorkCalendar.super.workingDaysBetween(from, to);
    }

    /** Which working day of the table is the n-th after {@code day}. */
    private long nth(LocalDate day, int n) {
        return (long) workedUpTo(day) + n - 1;
    }

    private int workedUpTo(LocalDate day) {
        return workedBefore[(int) (day.toEpochDay() - tableStart) + 1];
    }

    private boolean inTable(LocalDate day) {
        long place = day.toEpochDay() - tableStart;
        return place >= 0 && place < workedBefore.length - 1;
    }
}

package org.onevisit.housing.core.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.MonthDay;
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
    private final DayTable table;

    private StateCouncilCalendar(Arrangements arrangements) {
        this.arrangements = arrangements;
        int firstYear = arrangements.workingDays().firstKey();
        int lastYear = arrangements.workingDays().lastKey();
        edition = "state-council-" + firstYear + "-" + lastYear + "-"
                + Hashing.sha256()
                        .hashString(arrangements.toString(), UTF_8)
                        .toString()
                        .substring(0, 12);
        table = new DayTable(
                LocalDate.of(firstYear - YEARS_BEFORE, 1, 1),
                LocalDate.of(lastYear + YEARS_AFTER, 1, 1),
                day -> isWorked(arrangements, day));
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
        return isWorked(arrangements, day);
    }

    private static boolean isWorked(Arrangements arrangements, LocalDate day) {
        return (arrangements.workingDays().containsKey(day.getYear()) || !isFixedDayOff(day))
                && arrangements.isWorked(day);
    }

    /** Is it off by law in every year, whatever the arrangement? */
    static boolean isFixedDayOff(LocalDate day) {
        return FIXED_DAYS_OFF.contains(MonthDay.from(day));
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
        return table.after(event, length)
                .map(end -> new Deadline(end, !(isPublished(event) && isPublished(end))))
                .orElseGet(() -> WorkCalendar.super.after(event, length));
    }

    @Override
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return table.between(from, to).orElseGet(() -> WorkCalendar.super.workingDaysBetween(from, to));
    }
}

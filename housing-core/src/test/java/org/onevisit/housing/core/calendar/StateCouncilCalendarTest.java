package org.onevisit.housing.core.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.spi.calendar.WorkCalendar;

class StateCouncilCalendarTest {
    private static final StateCouncilCalendar CALENDAR = StateCouncilCalendar.bundled();

    @ParameterizedTest(name = "accepted {0}")
    @DisplayName("5, 20 and 40 working days end on the days computed beforehand")
    @CsvSource({
        "2018-02-09, 2018-02-22, 2018-03-14, 2018-04-12",
        "2018-02-23, 2018-03-01, 2018-03-22, 2018-04-20",
        "2018-09-28, 2018-10-10, 2018-10-31, 2018-11-28",
        "2019-04-30, 2019-05-09, 2019-05-30, 2019-06-28",
        "2020-01-23, 2020-02-07, 2020-02-28, 2020-03-27",
        "2021-02-05, 2021-02-18, 2021-03-10, 2021-04-08",
        "2022-09-30, 2022-10-12, 2022-11-02, 2022-11-30",
        "2023-09-28, 2023-10-11, 2023-11-01, 2023-11-29",
        "2024-02-09, 2024-02-22, 2024-03-14, 2024-04-12",
        "2024-09-30, 2024-10-12, 2024-11-01, 2024-11-29",
        "2025-09-30, 2025-10-14, 2025-11-04, 2025-12-02",
        "2026-02-13, 2026-02-27, 2026-03-19, 2026-04-17",
        "2026-09-18, 2026-09-24, 2026-10-22, 2026-11-19",
        "2026-09-30, 2026-10-13, 2026-11-03, 2026-12-01"
    })
    void periodsEndOnTheDaysComputedBeforehand(LocalDate accepted, LocalDate in5, LocalDate in20, LocalDate in40) {
        assertThat(CALENDAR.after(accepted, DayCount.working(5))).isEqualTo(new Deadline(in5, false));
        assertThat(CALENDAR.after(accepted, DayCount.working(20))).isEqualTo(new Deadline(in20, false));
        assertThat(CALENDAR.after(accepted, DayCount.working(40))).isEqualTo(new Deadline(in40, false));
    }

    @ParameterizedTest
    @DisplayName("a year has as many working days as the source says")
    @CsvSource({
        "2018,250",
        "2019,250",
        "2020,249",
        "2021,250",
        "2022,249",
        "2023,249",
        "2024,251",
        "2025,248",
        "2026,248"
    })
    void yearsHaveTheirWorkingDays(int year, int days) throws Exception {
        LocalDate eve = LocalDate.of(year - 1, 12, 31);
        assertThat(CALENDAR.workingDaysBetween(eve, eve.plusYears(1))).isEqualTo(days);
        assertThat(new DayByDayOracle().workingDaysInYear).containsEntry(year, days);
    }

    @Test
    @DisplayName("a second reader of the file, walking day by day, agrees in 100 000 cases")
    void theOracleAgrees() throws Exception {
        DayByDayOracle oracle = new DayByDayOracle();
        Random random = new Random(20260207);
        for (int i = 0; i < 100_000; i++) {
            LocalDate event = LocalDate.of(2016, 1, 1).plusDays(random.nextInt(365 * 13));
            int days = random.nextInt(120);
            var working = oracle.afterWorking(event, days);
            var calendar = oracle.afterCalendar(event, days);
            assertThat(CALENDAR.after(event, DayCount.working(days)))
                    .isEqualTo(new Deadline(working.getKey(), working.getValue()));
            assertThat(CALENDAR.after(event, DayCount.calendar(days)))
                    .isEqualTo(new Deadline(calendar.getKey(), calendar.getValue()));
            LocalDate other = event.plusDays(days - 20);
            assertThat(CALENDAR.workingDaysBetween(event, other)).isEqualTo(oracle.between(event, other));
            assertThat(CALENDAR.isWorkingDay(event)).isEqualTo(oracle.worked(event));
        }
    }

    @Test
    @DisplayName("outside the table the answers are those of the interface's own loops")
    void farAwayDaysAreAnsweredToo() {
        for (LocalDate event :
                new LocalDate[] {LocalDate.of(1949, 10, 1), LocalDate.of(2065, 11, 3), LocalDate.of(2099, 1, 1)}) {
            WorkCalendar slow = new LoopingCalendar(CALENDAR);
            for (int days = 0; days < 60; days++) {
                for (DayCount length : new DayCount[] {DayCount.working(days), DayCount.calendar(days)}) {
                    assertThat(CALENDAR.after(event, length)).isEqualTo(slow.after(event, length));
                }
                LocalDate to = event.plusDays(days);
                assertThat(CALENDAR.workingDaysBetween(event, to)).isEqualTo(slow.workingDaysBetween(event, to));
            }
        }
    }

    @Test
    @DisplayName("the 40th day after 2026-11-05 is the last firm one; a day later it is provisional")
    void deadlinesInAnUnpublishedYearAreProvisional() {
        assertThat(CALENDAR.after(LocalDate.of(2026, 11, 5), DayCount.working(40)))
                .isEqualTo(new Deadline(LocalDate.of(2026, 12, 31), false));
        assertThat(CALENDAR.after(LocalDate.of(2026, 11, 6), DayCount.working(40)))
                .isEqualTo(new Deadline(LocalDate.of(2027, 1, 4), true));
    }

    @Test
    @DisplayName("a calendar period whose last day is off ends on the next working day")
    void calendarPeriodsEndOnAWorkingDay() {
        assertThat(CALENDAR.after(LocalDate.of(2026, 9, 24), DayCount.calendar(7)))
                .isEqualTo(new Deadline(LocalDate.of(2026, 10, 8), false));
        assertThat(CALENDAR.after(LocalDate.of(2026, 9, 13), DayCount.calendar(7)))
                .as("a Sunday that is worked")
                .isEqualTo(new Deadline(LocalDate.of(2026, 9, 20), false));
    }

    @Test
    @DisplayName("a year that is not published has weekends and the legal days of fixed date off")
    void unpublishedYears() {
        assertThat(CALENDAR.isPublished(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(CALENDAR.isPublished(LocalDate.of(2026, 12, 31))).isTrue();
        for (String off : new String[] {"01-01", "05-01", "05-02", "10-01", "10-02", "10-03"}) {
            assertThat(CALENDAR.isWorkingDay(LocalDate.parse("2030-" + off))).isFalse();
        }
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2029, 2, 13)))
                .as("Spring Festival")
                .isTrue();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2018, 12, 29)))
                .as("worked by the notice for 2019")
                .isTrue();
    }

    @Test
    @DisplayName("the edition changes with a day, not with the file's layout")
    void editionFollowsTheContent() throws Exception {
        String file = text();
        assertThat(of(file.replaceAll("\\s+", " ")).edition()).isEqualTo(CALENDAR.edition());
        String moved = file.replace("2026-10-10", "2026-10-11");
        assertThat(of(moved).edition()).isNotEqualTo(CALENDAR.edition());
        assertThat(CALENDAR.edition()).startsWith("state-council-2018-2026-");
    }

    @ParameterizedTest(name = "{1}")
    @DisplayName("a file that contradicts itself is refused with the place")
    @CsvSource(delimiter = '|', textBlock = """
                    "workingDaysInYear": 251 | "workingDaysInYear": 252  | /years/2024/workingDaysInYear: expected 251
                    "2026-10-10"             | "2026-10-12"              | /years/2026/workedWeekendDays/5: expected a Saturday
                    "2019-06-07"             | "2019-06-08"              | /years/2019/daysOff/10: expected Monday to Friday
                    "2019-06-07"             | "2019-05-03"              | /years/2019/daysOff/10: expected each day once
                    "2019-06-07"             | "June"                    | /years/2019/daysOff/10: expected a date
                    "2020":                  | "2030":                   | /years: expected years without a gap; 2020
                    "2020":                  | "2019":                   | not JSON
                    "2018":                  | "soon":                   | /years: expected years of four digits
                    "years"                  | "Jahre"                   | /years: expected an object
                    """)
    void contradictionsAreRefused(String was, String becomes, String complaint) throws Exception {
        String broken = text().replaceFirst(java.util.regex.Pattern.quote(was), becomes);
        assertThatThrownBy(() -> of(broken))
                .hasMessageContaining(complaint)
                .satisfies(e -> assertThat(((HousingException) e).code()).isEqualTo(ErrorCode.REFUSED_MODULE));
    }

    private static StateCouncilCalendar of(String file) {
        return StateCouncilCalendar.of(new ByteArrayInputStream(file.getBytes(UTF_8)));
    }

    private static String text() throws Exception {
        try (InputStream file = StateCouncilCalendar.class.getResourceAsStream("cn-workdays.json")) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}

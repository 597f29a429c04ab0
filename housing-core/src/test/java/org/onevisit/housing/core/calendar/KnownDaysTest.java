package org.onevisit.housing.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.spi.calendar.WorkCalendar;

class KnownDaysTest {
    private static final FakeCalendar COUNTY =
            FakeCalendar.named("county").off(LocalDate.of(2025, 3, 6)).published(2027);
    private static final KnownDays READ = KnownDays.read(COUNTY, 2026);

    @Test
    @DisplayName(
            "what was read counts as the calendar itself does, by every length, over the borders of what is published and of what was read")
    void countsAsTheCalendarDoes() {
        for (LocalDate day = LocalDate.of(2024, 11, 1); day.isBefore(LocalDate.of(2029, 2, 1)); day = day.plusDays(3)) {
            assertThat(READ.isWorkingDay(day)).isEqualTo(COUNTY.isWorkingDay(day));
            for (int days : new int[] {0, 1, 5, 40, 400}) {
                assertThat(READ.after(day, DayCount.working(days)))
                        .isEqualTo(COUNTY.after(day, DayCount.working(days)));
                assertThat(READ.after(day, DayCount.calendar(days)))
                        .isEqualTo(COUNTY.after(day, DayCount.calendar(days)));
                assertThat(READ.workingDaysBetween(day, day.plusDays(days)))
                        .isEqualTo(COUNTY.workingDaysBetween(day, day.plusDays(days)));
            }
        }
        LocalDate last = LocalDate.of(2040, 12, 28);
        assertThat(READ.after(last, DayCount.working(10)))
                .isEqualTo(new Deadline(LocalDate.of(2041, 1, 14), true))
                .isEqualTo(COUNTY.after(last, DayCount.working(10)));
    }

    @Test
    void aCalendarWithoutAWorkingDayOrWithoutANameIsRefused() {
        assertThatThrownBy(() -> KnownDays.read(new FakeNeverWorked("idle"), 2026))
                .isInstanceOf(HousingException.class)
                .hasMessageContaining("the year 2011 has 0 working days");
        for (String name : new String[] {"", "x".repeat(201)}) {
            assertThatThrownBy(() -> KnownDays.read(new FakeNeverWorked(name), 2026))
                    .isInstanceOf(HousingException.class)
                    .hasMessageContaining("its edition");
        }
    }

    /** No day of it is worked. */
    private record FakeNeverWorked(String edition) implements WorkCalendar {
        @Override
        public boolean isWorkingDay(LocalDate day) {
            return false;
        }

        @Override
        public boolean isPublished(LocalDate day) {
            return true;
        }
    }
}

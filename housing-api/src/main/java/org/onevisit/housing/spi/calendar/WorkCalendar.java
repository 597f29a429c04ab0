package org.onevisit.housing.spi.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import org.onevisit.housing.model.DayCount;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells which days are worked and when a period of days ends.
 *
 * <p><b>Calls.</b> From any thread; immutable. <b>Days</b> are days in {@link #ZONE}, wherever the server stands. <b>Counting.</b>
 * The day of the event is not counted (Civil Code, article 201); a calendar period whose last day is not worked ends on the next
 * working day (article 203). <b>Unknown years.</b> Where no arrangement is published, weekends and the legal days of fixed date
 * are off, and what rests on such a day is provisional. <b>Once.</b> The core asks for the edition now and then, and for each edition once about
 * every day of thirty years; by those days it counts itself. An edition has 1 to 200 characters, and a year 150 to 320 working days.
 */
@ConsumerType
public interface WorkCalendar {
    /** The zone in which days are counted. */
    ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Is this day worked? */
    boolean isWorkingDay(LocalDate day);

    /** Has the State Council published the arrangement that covers this day? */
    boolean isPublished(LocalDate day);

    /** Name of this state of the calendar; changes whenever an answer may change. */
    String edition();

    /**
     * Tells on which day a period ends.
     *
     * @param event day of the event, not counted
     * @param length how long; zero working days end on the event's day
     */
    default Deadline after(LocalDate event, DayCount length) {
        LocalDate day = event;
        boolean provisional = !isPublished(event);
        int left = length.unit() == DayCount.Unit.WORKING ? length.days() : 0;
        if (length.unit() == DayCount.Unit.CALENDAR) {
            day = event.plusDays(length.days());
            provisional |= !isPublished(day);
            left = isWorkingDay(day) || length.days() == 0 ? 0 : 1;
        }
        while (left > 0) {
            day = day.plusDays(1);
            provisional |= !isPublished(day);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return new Deadline(day, provisional);
    }

    /** Counts the working days after {@code from}, up to and including {@code to}; 0 when {@code to} is not later. */
    default int workingDaysBetween(LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }
}

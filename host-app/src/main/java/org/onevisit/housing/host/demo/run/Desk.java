package org.onevisit.housing.host.demo.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/** Who works when on a working day, in this order. */
enum Desk {
    /** Households hand in. */
    COUNTER(9, 0),
    /** Clerks work their list. */
    WINDOW(9, 30),
    /** Officers of agencies answer by hand. */
    AGENCY(10, 30),
    /** Officers of the subdistricts. */
    SUBDISTRICT(13, 30),
    /** The panel and its chair. */
    PANEL(15, 0),
    /** Supervisors. */
    SUPERVISION(16, 0),
    /** Neighbours and award holders. */
    PUBLIC(16, 30);

    private final LocalTime opens;

    Desk(int hour, int minute) {
        this.opens = LocalTime.of(hour, minute);
    }

    /** When it opens on a day. */
    Instant opens(LocalDate day) {
        return day.atTime(opens).atZone(WorkCalendar.ZONE).toInstant();
    }
}

package org.onevisit.housing.view;

import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.calendar.Deadline;

/**
 * A limit that runs out.
 *
 * @param number of the application
 * @param step where it is
 * @param party who holds it
 * @param limit which limit: {@code intake, make-good, case, verification, subdistrict, joint-review, agency:<code>}
 * @param deadline its end
 * @param usedPercent of the limit, 100 and more when over
 * @param overBy working days over; 0 when it is not
 */
public record OverdueItem(
        ApplicationNumber number,
        Step step,
        String party,
        String limit,
        Deadline deadline,
        int usedPercent,
        int overBy) {}

package org.onevisit.housing.view;

import java.util.List;
import java.util.Optional;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Step;

/**
 * A line of a list. Holds no personal data.
 *
 * @param number of the application
 * @param step where it is
 * @param routedTo subdistrict
 * @param waitingFor agencies that have not answered
 * @param limitEndsAt when the limit that runs now ends
 * @param overdue is it over
 */
public record ApplicationSummary(
        ApplicationNumber number,
        Step step,
        Division routedTo,
        List<String> waitingFor,
        Optional<java.time.Instant> limitEndsAt,
        boolean overdue) {
    /** Copies the list. */
    public ApplicationSummary {
        waitingFor = List.copyOf(waitingFor);
    }
}

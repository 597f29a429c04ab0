package org.onevisit.housing.view;

import java.time.Instant;
import java.util.List;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.calendar.Deadline;

/**
 * What the applicant takes home (收件凭证).
 *
 * @param number of the application
 * @param code ten random characters and a check character, for the progress query; stands nowhere else
 * @param receivedAt when the intake clock began
 * @param routedTo subdistrict of the household register
 * @param step where it is
 * @param revision of the application
 * @param answerBy until when the window answers
 * @param makeGood everything that is missing
 * @param allowedActions what the actor may do next
 */
public record Receipt(
        ApplicationNumber number,
        String code,
        Instant receivedAt,
        Division routedTo,
        Step step,
        long revision,
        Deadline answerBy,
        MakeGoodList makeGood,
        List<AllowedAction> allowedActions) {
    /** Copies the list. */
    public Receipt {
        allowedActions = List.copyOf(allowedActions);
    }
}

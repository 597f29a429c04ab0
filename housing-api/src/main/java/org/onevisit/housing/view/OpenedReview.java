package org.onevisit.housing.view;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Money;

/**
 * A review of an award that a finding opened which came after the decision.
 *
 * @param number of the application
 * @param check whose finding it is
 * @param contradicts does it differ from the finding that counts? If not it is the first one, and late
 * @param openedOn day of the finding
 * @param due day on which the review is judged
 * @param differences criteria that would come out differently with it; empty when none would
 * @param before monthly amount without it
 * @param after monthly amount with it
 */
public record OpenedReview(
        ApplicationNumber number,
        String check,
        boolean contradicts,
        LocalDate openedOn,
        LocalDate due,
        List<Difference> differences,
        Optional<Money> before,
        Optional<Money> after) {
    /** Copies the list. */
    public OpenedReview {
        requireNonNull(number, "number");
        requireNonNull(check, "check");
        requireNonNull(openedOn, "openedOn");
        requireNonNull(due, "due");
        differences = List.copyOf(differences);
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /** A criterion that would come out differently: code, clause and text of the pack, before and after. */
    public record Difference(String code, String clause, String text, Met before, Met after) {}
}

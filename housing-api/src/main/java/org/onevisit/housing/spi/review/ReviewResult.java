package org.onevisit.housing.spi.review;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.Optional;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.model.Money;

/**
 * What a review came to.
 *
 * @param outcome keep, adjust, end or undecided
 * @param monthly the amount from then on; empty when it ends or a home was allocated
 * @param from first month in which the outcome counts
 * @param explanation why
 */
public record ReviewResult(ReviewOutcome outcome, Optional<Money> monthly, YearMonth from, Explanation explanation) {
    /** What a review may come to. */
    public enum ReviewOutcome {
        /** Nothing changes. */
        KEEP,
        /** Another amount. */
        ADJUST,
        /** No longer eligible. */
        END,
        /** A fact that it needs is unknown: the award goes on and a person looks at it. */
        UNDECIDED
    }

    /** Checks that nothing is null. */
    public ReviewResult {
        requireNonNull(outcome, "outcome");
        requireNonNull(monthly, "monthly");
        requireNonNull(from, "from");
        requireNonNull(explanation, "explanation");
    }
}

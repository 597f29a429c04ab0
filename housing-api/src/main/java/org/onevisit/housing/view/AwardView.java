package org.onevisit.housing.view;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Assistance;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.spi.review.ReviewResult.ReviewOutcome;

/**
 * An award (保障资格).
 *
 * @param number of its application
 * @param state ACTIVE, SUSPENDED, EXITING or ENDED
 * @param assistance money or a home
 * @param monthly amount now; empty for a home, when ended, or while a fact it needs is unknown
 * @param firstMonth first month of entitlement: the month after approval
 * @param nextAnniversary day of the next review; empty when ended
 * @param reviews all reviews, oldest first
 * @param explanation of the amount that counts now
 */
public record AwardView(
        ApplicationNumber number,
        State state,
        Assistance assistance,
        Optional<Money> monthly,
        YearMonth firstMonth,
        Optional<LocalDate> nextAnniversary,
        List<Review> reviews,
        Explanation explanation) {
    /** Copies the list. */
    public AwardView {
        reviews = List.copyOf(reviews);
    }

    /** Where an award is. */
    public enum State {
        /** Runs. */
        ACTIVE,
        /** Paid no more until something is put right. */
        SUSPENDED,
        /** On the way out, step by step. */
        EXITING,
        /** Over. */
        ENDED
    }

    /**
     * One annual review.
     *
     * @param anniversary day of the review
     * @param filed did the household file
     * @param outcome what it came to; empty while it runs
     * @param from first month in which the outcome counts
     * @param explanation why; empty while it runs
     */
    public record Review(
            LocalDate anniversary,
            boolean filed,
            Optional<ReviewOutcome> outcome,
            Optional<YearMonth> from,
            Optional<Explanation> explanation) {}
}

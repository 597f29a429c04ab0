package org.onevisit.housing.core.state;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.view.AwardView;

/**
 * What an approved application opened (保障资格).
 *
 * @param state where it is
 * @param monthly amount that counts now
 * @param firstMonth first month of entitlement
 * @param anniversary day of the next review
 * @param openReview the review that runs, if one does
 * @param reviews reviews that are over, oldest first
 * @param explanation of what counts now
 */
public record Award(
        AwardView.State state,
        Optional<Money> monthly,
        YearMonth firstMonth,
        LocalDate anniversary,
        Optional<OpenReview> openReview,
        List<AwardView.Review> reviews,
        Explanation explanation) {

    /**
     * A review that runs.
     *
     * @param due day on which it is judged
     * @param filed did the household file
     * @param annual is it the annual one, or one that a finding or a report opened
     * @param countedFrom day from which the agencies' limits count, whose longest is the due day; empty where a date is set
     * @param reason the finding that opened it, where one did
     */
    public record OpenReview(
            LocalDate due, boolean filed, boolean annual, Optional<LocalDate> countedFrom, Optional<Reason> reason) {
        /** What an earlier release did not write is empty. */
        public OpenReview {
            reason = reason == null ? Optional.empty() : reason;
        }

        /** Filed by the household. */
        public OpenReview withFiling() {
            return new OpenReview(due, true, annual, countedFrom, reason);
        }

        /** A review that is judged on a day that is set. */
        public static OpenReview on(LocalDate due, boolean filed, boolean annual) {
            return new OpenReview(due, filed, annual, Optional.empty(), Optional.empty());
        }

        /** Judged on another day. */
        public OpenReview due(LocalDate day) {
            return new OpenReview(day, filed, annual, countedFrom, reason);
        }
    }

    /**
     * A finding that came after the decision and opened a review.
     *
     * @param check whose finding it is
     * @param contradicts does it differ from the one that counts, or is it the first, and late?
     * @param openedOn day of the finding
     * @param differences criteria that would come out differently with it
     * @param before monthly amount without it
     * @param after monthly amount with it
     */
    public record Reason(
            String check,
            boolean contradicts,
            LocalDate openedOn,
            List<Difference> differences,
            Optional<Money> before,
            Optional<Money> after) {}

    /** A criterion that would come out differently. */
    public record Difference(String code, String clause, String text, Met before, Met after) {}

    /** With a review opened or filed. */
    public Award reviewing(OpenReview review) {
        return new Award(state, monthly, firstMonth, anniversary, Optional.of(review), reviews, explanation);
    }

    /** With the running review judged on another day. */
    public Award dueOn(LocalDate day) {
        return openReview.map(review -> reviewing(review.due(day))).orElse(this);
    }

    /** In another state. */
    public Award in(AwardView.State next) {
        return new Award(next, monthly, firstMonth, anniversary, openReview, reviews, explanation);
    }

    /** With the running review over. */
    public Award reviewed(AwardView.Review result, AwardView.State next, Optional<Money> amount, LocalDate following) {
        return new Award(
                next,
                amount,
                firstMonth,
                following,
                Optional.empty(),
                ImmutableList.<AwardView.Review>builder()
                        .addAll(reviews)
                        .add(result)
                        .build(),
                result.explanation().orElse(explanation));
    }
}

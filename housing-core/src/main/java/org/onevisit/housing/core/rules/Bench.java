package org.onevisit.housing.core.rules;

import java.time.LocalDate;
import java.util.List;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.spi.publicity.PublicityPolicy;
import org.onevisit.housing.spi.review.AnnualReviewPolicy;
import org.onevisit.housing.spi.review.ReviewResult;

/**
 * What the edition that judges an application says of it. Pure functions of the state; POLICY_FAILED where the edition cannot be
 * computed.
 */
public interface Bench {
    /** Criterion by criterion, and the amount. */
    Explanation explain(State state);

    /** Lines of the notice, masked. */
    List<PublicityPolicy.Line> notice(State state, Explanation explanation);

    /** Length of the notice period. */
    DayCount noticePeriod();

    /** Does a dismissed objection start the period anew? */
    boolean republish();

    /** How long before the anniversary a review opens. */
    DayCount filingWindow();

    /** What happens to a household that does not file. */
    AnnualReviewPolicy.NotFiled whenNotFiled();

    /** What a review comes to on that day. */
    ReviewResult review(State state, LocalDate day);
}

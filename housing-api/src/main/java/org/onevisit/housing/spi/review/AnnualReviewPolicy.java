package org.onevisit.housing.spi.review;

import java.util.Optional;
import org.onevisit.housing.explanation.Evidence;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.model.Money;
import org.osgi.annotation.versioning.ConsumerType;

/** Judges an award at its anniversary. Pure; from any thread. */
@ConsumerType
public interface AnnualReviewPolicy {
    /** How long before the anniversary the household files its review and the facts are asked for. */
    DayCount filingWindow();

    /** What happens to a household that did not file by the anniversary. */
    NotFiled whenNotFiled();

    /**
     * Judges the household on fresh evidence.
     *
     * @param evidence facts asked again, or still fresh; the day is the anniversary
     * @param current amount paid until now; empty when a home was allocated
     */
    ReviewResult judge(Evidence evidence, Optional<Money> current);

    /** The pack's rule for a household that does not file. */
    enum NotFiled {
        /** Reviewed all the same on what agencies answer. */
        REVIEW_ANYWAY,
        /** Paid no more until it files; nothing is paid for the months between. */
        SUSPEND,
        /** Deemed to waive: the award ends. */
        END
    }
}

package org.onevisit.housing.policy.pack.rule;

import java.time.YearMonth;
import java.util.Optional;
import org.onevisit.housing.explanation.Calculation;
import org.onevisit.housing.explanation.Evidence;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.explanation.Judgement;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.Assistance;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.policy.pack.model.Part;
import org.onevisit.housing.spi.policy.AssistancePolicy;
import org.onevisit.housing.spi.policy.EligibilityPolicy;
import org.onevisit.housing.spi.review.AnnualReviewPolicy;
import org.onevisit.housing.spi.review.ReviewResult;
import org.onevisit.housing.spi.review.ReviewResult.ReviewOutcome;

/** Judges an award at its anniversary by the same criteria and formulas as an application. */
final class PackReview implements AnnualReviewPolicy {
    private final String edition;
    private final EligibilityPolicy eligibility;
    private final AssistancePolicy assistance;
    private final Timing timing;

    PackReview(String edition, EligibilityPolicy eligibility, AssistancePolicy assistance, Timing timing) {
        this.edition = edition;
        this.eligibility = eligibility;
        this.assistance = assistance;
        this.timing = timing;
    }

    /**
     * When things happen.
     *
     * @param filingWindow before the anniversary
     * @param whenNotFiled what happens to who did not file
     * @param monthsLater months from the anniversary's to the first in which the outcome counts
     */
    record Timing(DayCount filingWindow, NotFiled whenNotFiled, int monthsLater) {
        static Timing of(Part review) {
            return new Timing(
                    review.at("filingWindow").days(),
                    NotFiled.valueOf(review.text("whenNotFiled")),
                    review.number("monthsLater", 1));
        }
    }

    @Override
    public DayCount filingWindow() {
        return timing.filingWindow();
    }

    @Override
    public NotFiled whenNotFiled() {
        return timing.whenNotFiled();
    }

    @Override
    public ReviewResult judge(Evidence evidence, Optional<Money> current) {
        Judgement judgement = eligibility.judge(evidence);
        boolean money = evidence.application().assistance() == Assistance.RENT_SUBSIDY;
        Optional<Calculation> calculation = money && judgement.overall() == Met.MET
                ? Optional.of(assistance.calculate(evidence, judgement))
                : Optional.empty();
        ReviewOutcome outcome = outcome(judgement.overall(), calculation, current);
        Optional<Money> monthly =
                switch (outcome) {
                    case KEEP, UNDECIDED -> current;
                    case ADJUST -> calculation.flatMap(Calculation::monthly);
                    case END -> Optional.empty();
                };
        YearMonth from = YearMonth.from(evidence.day()).plusMonths(timing.monthsLater());
        return new ReviewResult(outcome, monthly, from, new Explanation(edition, judgement, calculation));
    }

    private static ReviewOutcome outcome(Met met, Optional<Calculation> calculation, Optional<Money> current) {
        if (met != Met.MET) {
            return met == Met.NOT_MET ? ReviewOutcome.END : ReviewOutcome.UNDECIDED;
        }
        if (calculation.isEmpty()) {
            return ReviewOutcome.KEEP;
        }
        Optional<Money> monthly = calculation.get().monthly();
        if (monthly.isEmpty()) {
            return ReviewOutcome.UNDECIDED;
        }
        return monthly.equals(current) ? ReviewOutcome.KEEP : ReviewOutcome.ADJUST;
    }
}

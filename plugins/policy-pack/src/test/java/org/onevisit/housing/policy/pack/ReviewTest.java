package org.onevisit.housing.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onevisit.housing.model.FactKey.HOME_COUNT;
import static org.onevisit.housing.model.FactKey.WAGE_YEAR;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.Assistance;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.review.AnnualReviewPolicy;
import org.onevisit.housing.spi.review.ReviewResult;
import org.onevisit.housing.spi.review.ReviewResult.ReviewOutcome;

class ReviewTest {
    private static final Edition HANGZHOU = Packs.edition("hangzhou-2019");
    private static final Optional<Money> PAID = Optional.of(Money.yuan(810));

    @Test
    @DisplayName("the same household at its anniversary keeps what it gets, from the month after")
    void keep() {
        ReviewResult result = review(Case.of(3));

        assertThat(result.outcome()).isEqualTo(ReviewOutcome.KEEP);
        assertThat(result.monthly()).isEqualTo(PAID);
        assertThat(result.from()).isEqualTo(YearMonth.of(2027, 1));
    }

    @Test
    @DisplayName("one more member, another amount")
    void adjust() {
        ReviewResult result = review(Case.of(4));

        assertThat(result.outcome()).isEqualTo(ReviewOutcome.ADJUST);
        assertThat(result.monthly()).contains(Money.yuan(1080));
        assertThat(result.explanation().calculation().orElseThrow().steps()).isNotEmpty();
    }

    @Test
    @DisplayName("no longer eligible: it ends, with the criterion")
    void end() {
        ReviewResult result = review(Case.of(3).member("m1", WAGE_YEAR, Money.yuan(300_000)));

        assertThat(result.outcome()).isEqualTo(ReviewOutcome.END);
        assertThat(result.monthly()).isEmpty();
        assertThat(result.explanation().calculation()).isEmpty();
    }

    @Test
    @DisplayName("an unknown undoes nothing: the award goes on and a person looks at it")
    void undecided() {
        ReviewResult result = review(Case.of(3).unknown("m2", HOME_COUNT, "不动产登记：逾期未答复"));

        assertThat(result.outcome()).isEqualTo(ReviewOutcome.UNDECIDED);
        assertThat(result.monthly()).isEqualTo(PAID);
    }

    @Test
    @DisplayName("a home is kept while its household is eligible")
    void home() {
        Case household = Case.of(3).wanting(Assistance.PUBLIC_RENTAL_UNIT);

        assertThat(HANGZHOU.review()
                        .judge(household.evidence(), Optional.empty())
                        .outcome())
                .isEqualTo(ReviewOutcome.KEEP);
    }

    @Test
    @DisplayName("window, rule for who does not file, and first month are the pack's")
    void timesAreThePacks() {
        String review = "review: { filingWindow: { working: 20 }, whenNotFiled: END, monthsLater: 0 }\n";
        Edition edition = Yaml.edition(Yaml.COUNTY + review);

        assertThat(edition.review().filingWindow()).isEqualTo(DayCount.working(20));
        assertThat(edition.review().whenNotFiled()).isEqualTo(AnnualReviewPolicy.NotFiled.END);
        ReviewResult result = edition.review().judge(Case.of(1).evidence(), Optional.of(Money.yuan(500)));
        assertThat(result.outcome()).isEqualTo(ReviewOutcome.KEEP);
        assertThat(result.from()).isEqualTo(YearMonth.from(Case.DAY));
    }

    private static ReviewResult review(Case household) {
        return HANGZHOU.review().judge(household.on(LocalDate.of(2026, 12, 5)).evidence(), PAID);
    }
}

package org.onevisit.housing.core.engine;

import java.time.LocalDate;
import java.util.List;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.spi.policy.AssistancePolicy;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.policy.EditionId;
import org.onevisit.housing.spi.policy.EligibilityPolicy;
import org.onevisit.housing.spi.policy.ProcessRules;
import org.onevisit.housing.spi.publicity.PublicityPolicy;
import org.onevisit.housing.spi.review.AnnualReviewPolicy;

/** A county's next edition: another eligibility and another amount, the rest as it is. */
record FakeAmendment(Edition before, EligibilityPolicy eligibility, AssistancePolicy assistance) implements Edition {
    @Override
    public EditionId id() {
        return new EditionId(before.id().pack(), "2", "cd".repeat(32));
    }

    @Override
    public Division division() {
        return before.division();
    }

    @Override
    public String countyName() {
        return before.countyName();
    }

    @Override
    public LocalDate effectiveFrom() {
        return before.effectiveFrom().plusYears(8);
    }

    @Override
    public Transition transition() {
        return before.transition();
    }

    @Override
    public byte[] content() {
        return before.content();
    }

    @Override
    public ProcessRules rules() {
        return before.rules();
    }

    @Override
    public PublicityPolicy publicity() {
        return before.publicity();
    }

    @Override
    public AnnualReviewPolicy review() {
        return before.review();
    }

    @Override
    public List<String> placeholders() {
        return List.of();
    }
}

package org.onevisit.housing.core.engine;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.spi.policy.AssistancePolicy;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.policy.EditionId;
import org.onevisit.housing.spi.policy.EligibilityPolicy;
import org.onevisit.housing.spi.policy.ProcessRules;
import org.onevisit.housing.spi.policy.ProcessRules.Limits;
import org.onevisit.housing.spi.publicity.PublicityPolicy;
import org.onevisit.housing.spi.review.AnnualReviewPolicy;

/** A county's next edition: another eligibility, another amount, clauses of its own, the rest as it is. */
record FakeAmendment(
        Edition before,
        EligibilityPolicy eligibility,
        AssistancePolicy assistance,
        Transition transition,
        Transition receivedBetween,
        LocalDate effectiveFrom)
        implements Edition {
    /** With the clause of the edition before. */
    FakeAmendment(Edition before, EligibilityPolicy eligibility, AssistancePolicy assistance) {
        this(
                before,
                eligibility,
                assistance,
                before.transition(),
                before.transition(),
                before.effectiveFrom().plusYears(8));
    }

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
    public byte[] content() {
        return "fake amendment".getBytes(StandardCharsets.UTF_8);
    }

    /** Every limit is twice as long. */
    @Override
    public ProcessRules rules() {
        Limits law = before.rules().limits();
        return before.rules().toBuilder()
                .limits(new Limits(
                        twice(law.intake()),
                        twice(law.makeGood()),
                        twice(law.whole()),
                        twice(law.verification()),
                        twice(law.subdistrict()),
                        twice(law.jointReview()),
                        twice(law.extension()),
                        twice(law.reconsider())))
                .build();
    }

    private static DayCount twice(DayCount length) {
        return length.plus(length.days());
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

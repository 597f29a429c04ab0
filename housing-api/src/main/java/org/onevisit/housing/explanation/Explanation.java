package org.onevisit.housing.explanation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Why: the judgement and, where it speaks of money, the amount.
 *
 * @param edition edition that judged, for people: pack and version
 * @param judgement criterion by criterion
 * @param calculation the amount; empty when the household is not eligible or a home is applied for
 */
public record Explanation(String edition, Judgement judgement, Optional<Calculation> calculation) {
    /** Checks that nothing is null. */
    public Explanation {
        requireNonNull(edition, "edition");
        requireNonNull(judgement, "judgement");
        requireNonNull(calculation, "calculation");
    }

    /** Does any figure in it lack an official source? */
    public boolean placeholder() {
        return judgement.criteria().stream().anyMatch(CriterionResult::placeholder)
                || calculation.map(Calculation::placeholder).orElse(false);
    }
}

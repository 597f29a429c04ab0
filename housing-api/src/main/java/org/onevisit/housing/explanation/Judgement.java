package org.onevisit.housing.explanation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Whether a household is eligible, criterion by criterion.
 *
 * @param category code of the category that the household falls in, or {@code NONE}
 * @param categoryText the category for people, zh-CN
 * @param criteria every criterion of the category, in the pack's order
 */
public record Judgement(String category, String categoryText, List<CriterionResult> criteria) {
    /** Copies the list. */
    public Judgement {
        requireNonNull(category, "category");
        requireNonNull(categoryText, "categoryText");
        criteria = List.copyOf(criteria);
    }

    /** All criteria together: one not met decides, else one unknown leaves it unknown. */
    public Met overall() {
        return criteria.stream().map(CriterionResult::met).reduce(Met.MET, Met::and);
    }
}

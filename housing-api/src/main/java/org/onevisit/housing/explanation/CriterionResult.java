package org.onevisit.housing.explanation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One criterion and how it came out.
 *
 * @param code code in the pack, for example {@code income.limit}
 * @param clause clause of the policy that it comes from, for people
 * @param text the criterion in words, zh-CN
 * @param comparison the comparison with numbers filled in, for example {@code 38,000.00 ≤ 61,172.00 元/人·年}
 * @param met outcome
 * @param facts what was looked at
 * @param placeholder does a figure in it have no official source? To be shown wherever the criterion is
 */
public record CriterionResult(
        String code,
        String clause,
        String text,
        String comparison,
        Met met,
        List<FactUsed> facts,
        boolean placeholder) {
    /** Copies the list. */
    public CriterionResult {
        requireNonNull(code, "code");
        requireNonNull(clause, "clause");
        requireNonNull(text, "text");
        requireNonNull(comparison, "comparison");
        requireNonNull(met, "met");
        facts = List.copyOf(facts);
    }
}

package org.onevisit.housing.policy.pack.rule;

import java.util.List;
import org.onevisit.housing.explanation.Evidence;
import org.onevisit.housing.explanation.Judgement;
import org.onevisit.housing.policy.pack.model.PackFacts;

/**
 * A category of applicants.
 *
 * @param code code in the pack
 * @param text zh-CN
 * @param recognition how a household of this category is recognised
 * @param criteria what it must meet
 */
record Category(String code, String text, Criterion recognition, List<Criterion> criteria) {
    Category {
        criteria = List.copyOf(criteria);
    }

    /** Every criterion of it. */
    Judgement judge(Evidence evidence, PackFacts facts) {
        return new Judgement(
                code, text, criteria.stream().map(c -> c.judge(evidence, facts)).toList());
    }
}

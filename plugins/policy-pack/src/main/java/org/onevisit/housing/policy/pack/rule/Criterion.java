package org.onevisit.housing.policy.pack.rule;

import org.onevisit.housing.explanation.CriterionResult;
import org.onevisit.housing.explanation.Evidence;
import org.onevisit.housing.policy.pack.model.PackFacts;

/**
 * One condition of a category.
 *
 * @param code code in the pack
 * @param clause clause of the policy
 * @param text zh-CN
 * @param test the condition
 */
record Criterion(String code, String clause, String text, Compiled test) {
    /** How it comes out. */
    CriterionResult judge(Evidence evidence, PackFacts facts) {
        Scope scope = new Scope(evidence, facts);
        return new CriterionResult(
                code,
                clause,
                text,
                test.node().shown(scope),
                test.node().value(scope).met(),
                scope.used(),
                test.placeholder());
    }
}

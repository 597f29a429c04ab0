package org.onevisit.housing.policy.pack.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onevisit.housing.explanation.CriterionResult;
import org.onevisit.housing.explanation.Evidence;
import org.onevisit.housing.explanation.FactUsed;
import org.onevisit.housing.explanation.Judgement;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.policy.pack.model.PackFacts;
import org.onevisit.housing.spi.policy.EligibilityPolicy;

/**
 * Finds the category and judges its criteria.
 *
 * <p>The first category that recognises the household is its own. Where that cannot be told, all that it could be are judged: it
 * is refused only when each of them refuses it, and granted by none until it is known which.
 */
final class PackEligibility implements EligibilityPolicy {
    /** Code of the criterion "which category". */
    static final String CATEGORY = "category";

    private static final String NONE = "NONE";
    private static final String UNKNOWN = "UNKNOWN";

    private final List<Category> categories;
    private final PackFacts facts;

    PackEligibility(List<Category> categories, PackFacts facts) {
        this.categories = List.copyOf(categories);
        this.facts = facts;
    }

    @Override
    public Judgement judge(Evidence evidence) {
        List<Category> possible = new ArrayList<>();
        List<CriterionResult> recognitions = new ArrayList<>();
        for (Category category : categories) {
            CriterionResult recognition = category.recognition().judge(evidence, facts);
            recognitions.add(recognition);
            if (recognition.met() != Met.NOT_MET) {
                possible.add(category);
            }
            if (recognition.met() == Met.MET) {
                return possible.size() == 1
                        ? category.judge(evidence, facts)
                        : uncertain(evidence, possible, recognitions);
            }
        }
        return possible.isEmpty()
                ? new Judgement(NONE, "不属于保障对象", List.of(which(recognitions, Met.NOT_MET)))
                : uncertain(evidence, possible, recognitions);
    }

    private Judgement uncertain(Evidence evidence, List<Category> possible, List<CriterionResult> recognitions) {
        List<Judgement> judgements =
                possible.stream().map(c -> c.judge(evidence, facts)).toList();
        boolean complete = recognitions.get(recognitions.size() - 1).met() == Met.MET;
        Judgement shown = judgements.stream()
                .filter(j -> j.overall() != Met.NOT_MET)
                .findFirst()
                .orElse(judgements.get(judgements.size() - 1));
        List<CriterionResult> criteria = new ArrayList<>();
        criteria.add(which(recognitions, Met.UNKNOWN));
        criteria.addAll(shown.criteria());
        String texts = String.join("或", possible.stream().map(Category::text).toList());
        return new Judgement(UNKNOWN, "类别待定（" + texts + (complete ? "" : "，或不属于保障对象") + "）", criteria);
    }

    private static CriterionResult which(List<CriterionResult> recognitions, Met met) {
        Map<String, FactUsed> used = new LinkedHashMap<>();
        for (CriterionResult recognition : recognitions) {
            recognition.facts().forEach(f -> used.putIfAbsent(f.person() + ' ' + f.fact(), f));
        }
        String comparison = String.join(
                "；",
                recognitions.stream().map(r -> r.text() + "：" + r.comparison()).toList());
        String clause = recognitions.isEmpty() ? "" : recognitions.get(0).clause();
        boolean placeholder = recognitions.stream().anyMatch(CriterionResult::placeholder);
        return new CriterionResult(
                CATEGORY, clause, "保障对象类别", comparison, met, List.copyOf(used.values()), placeholder);
    }
}

package org.onevisit.housing.core.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.onevisit.housing.explanation.Calculation;
import org.onevisit.housing.explanation.CriterionResult;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.explanation.FactUsed;
import org.onevisit.housing.explanation.Judgement;
import org.onevisit.housing.spi.publicity.PublicityPolicy;
import org.onevisit.housing.spi.review.ReviewResult;

/** How much a policy may say: all of it is kept in the journal, and shown on a page. More is a failure of its plugin. */
final class Sizes {
    /** What a policy says of one household; one that says more has a defect. */
    private static final long MOST_CHARACTERS = 300_000;

    private Sizes() {}

    static Explanation within(Explanation explanation) {
        require(length(explanation));
        return explanation;
    }

    static ReviewResult within(ReviewResult result) {
        require(length(result.explanation()));
        return result;
    }

    static List<PublicityPolicy.Line> within(List<PublicityPolicy.Line> lines) {
        require(sum(lines, line -> (long) line.label().length() + line.text().length()));
        return lines;
    }

    private static void require(long characters) {
        if (characters > MOST_CHARACTERS) {
            throw new IllegalStateException(
                    "the answer has " + characters + " characters, " + MOST_CHARACTERS + " at most are taken");
        }
    }

    private static long length(Explanation explanation) {
        Judgement judgement = explanation.judgement();
        return explanation.edition().length()
                + judgement.category().length()
                + judgement.categoryText().length()
                + sum(judgement.criteria(), Sizes::length)
                + explanation.calculation().map(Sizes::length).orElse(0L);
    }

    private static long length(CriterionResult result) {
        return result.code().length()
                + result.clause().length()
                + result.text().length()
                + result.comparison().length()
                + sum(result.facts(), Sizes::length);
    }

    private static long length(Calculation calculation) {
        return sum(
                        calculation.steps(),
                        step -> (long) step.text().length()
                                + step.formula().length()
                                + step.clause().length())
                + sum(calculation.facts(), Sizes::length);
    }

    private static long length(FactUsed fact) {
        return (long) fact.fact().length()
                + fact.chinese().length()
                + fact.person().length()
                + length(fact.text())
                + length(fact.source())
                + length(fact.gap());
    }

    private static long length(Optional<String> text) {
        return text.map(String::length).orElse(0);
    }

    private static <T> long sum(List<T> all, ToLongFunction<T> length) {
        return all.stream().mapToLong(length).sum();
    }
}

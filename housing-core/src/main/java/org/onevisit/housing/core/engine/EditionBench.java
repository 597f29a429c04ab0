package org.onevisit.housing.core.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.plugin.Editions;
import org.onevisit.housing.core.rules.Assembly;
import org.onevisit.housing.core.rules.Bench;
import org.onevisit.housing.core.state.Award;
import org.onevisit.housing.core.state.Days;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.state.Verification;
import org.onevisit.housing.explanation.Calculation;
import org.onevisit.housing.explanation.Evidence;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.explanation.Judgement;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Assistance;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.policy.EditionId;
import org.onevisit.housing.spi.policy.ProcessRules;
import org.onevisit.housing.spi.publicity.PublicityPolicy;
import org.onevisit.housing.spi.review.AnnualReviewPolicy;
import org.onevisit.housing.spi.review.ReviewResult;

/** What one edition says, asked under a lease each time. Reviews are judged by the edition in force on their day. */
final class EditionBench implements Bench {
    private final Editions editions;
    private final EditionId id;
    private final ProcessRules rules;
    /** By the answers themselves, for as long as somebody holds these. */
    private final Cache<Verification, Judged> judged =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

    EditionBench(Editions editions, EditionId id, ProcessRules rules) {
        this.editions = editions;
        this.id = id;
        this.rules = rules;
    }

    @Override
    public Explanation explain(State state) {
        return editions.judge(id, edition -> {
            Judged known = judged.getIfPresent(state.verification());
            if (known != null && known.holds(edition, state)) {
                return known.explanation();
            }
            LocalDate day = Days.of(state.timeline().receivedAt());
            Explanation explanation = Sizes.within(explain(edition, state, Assembly.evidence(state, rules, day)));
            judged.put(state.verification(), Judged.of(edition, state, explanation));
            return explanation;
        });
    }

    /**
     * What an edition said of a state. It says so again as long as dossier, answers and day of receipt are the same ones, and so is the
     * edition itself, which another version of its plugin is not; nothing here keeps that one's classes in memory.
     */
    private record Judged(
            WeakReference<Edition> edition, Application application, Instant receivedAt, Explanation explanation) {
        static Judged of(Edition edition, State state, Explanation explanation) {
            return new Judged(
                    new WeakReference<>(edition),
                    state.application(),
                    state.timeline().receivedAt(),
                    explanation);
        }

        boolean holds(Edition asked, State state) {
            return edition.refersTo(asked)
                    && application.equals(state.application())
                    && receivedAt.equals(state.timeline().receivedAt());
        }
    }

    /** The explanation that an edition gives of evidence. */
    static Explanation explain(Edition edition, State state, Evidence evidence) {
        Judgement judgement = edition.eligibility().judge(evidence);
        boolean money = state.application().assistance() == Assistance.RENT_SUBSIDY
                && judgement.overall() != Met.NOT_MET
                && !judgement.criteria().isEmpty();
        Optional<Calculation> amount =
                money ? Optional.of(edition.assistance().calculate(evidence, judgement)) : Optional.empty();
        return new Explanation(edition.id().toString(), judgement, amount);
    }

    @Override
    public List<PublicityPolicy.Line> notice(State state, Explanation explanation) {
        return editions.compose(
                id, edition -> Sizes.within(edition.publicity().compose(state.application(), explanation)));
    }

    @Override
    public DayCount noticePeriod() {
        return editions.ask(id, edition -> edition.publicity().period());
    }

    @Override
    public boolean republish() {
        return editions.ask(id, edition -> edition.publicity().republishAfterObjection());
    }

    @Override
    public DayCount filingWindow() {
        return editions.ask(id, edition -> edition.review().filingWindow());
    }

    @Override
    public AnnualReviewPolicy.NotFiled whenNotFiled() {
        return editions.ask(id, edition -> edition.review().whenNotFiled());
    }

    @Override
    public ReviewResult review(State state, LocalDate day) {
        EditionId judging =
                editions.find(state.application().division(), id.pack(), day).orElse(id);
        Evidence evidence = Assembly.evidence(state, editions.rules(judging), day);
        Optional<Money> current = state.award().flatMap(Award::monthly);
        return editions.review(judging, edition -> Sizes.within(edition.review().judge(evidence, current)));
    }
}

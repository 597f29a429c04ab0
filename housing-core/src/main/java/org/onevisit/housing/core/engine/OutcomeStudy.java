package org.onevisit.housing.core.engine;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.onevisit.housing.core.rules.Assembly;
import org.onevisit.housing.core.rules.EditionChange;
import org.onevisit.housing.core.state.Days;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.explanation.Calculation;
import org.onevisit.housing.explanation.CriterionResult;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.store.StoredApplication;
import org.onevisit.housing.view.OutcomeChange;
import org.onevisit.housing.view.OutcomeChange.Group;
import org.onevisit.housing.view.OutcomeChange.Kind;
import org.onevisit.housing.view.OutcomeChange.Treatment;
import org.onevisit.housing.view.OutcomeDifference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges every application twice, by its own edition and by another one, and counts what differs. For one thread; it rests as long as it
 * works, so that commands have the processors.
 */
final class OutcomeStudy {
    private static final Logger log = LoggerFactory.getLogger(OutcomeStudy.class);
    private static final long STRETCH = TimeUnit.MILLISECONDS.toNanos(5);
    private static final String UNREADABLE = "-";
    private final Core core;
    private final Succession succession;
    private final Edition candidate;
    private final Consumer<OutcomeChange> changes;
    private final Map<Group, Map<Kind, Long>> counts = new EnumMap<>(Group.class);
    private final Map<Group, Map<Treatment, Long>> treatments = new EnumMap<>(Group.class);
    private final Map<String, Long> byClause = new TreeMap<>();
    private final Map<String, Long> editions = new TreeMap<>();
    private long stretchBegan = System.nanoTime();

    OutcomeStudy(Core core, Succession succession, Consumer<OutcomeChange> changes) {
        this.core = core;
        this.succession = succession;
        this.candidate = succession.edition();
        this.changes = changes;
        List.of(Group.values()).forEach(this::kinds);
        List.of(Group.values()).forEach(this::treatments);
    }

    OutcomeDifference run() {
        core.store().snapshot(this::read);
        return new OutcomeDifference(candidate.id(), counts, byClause, editions, treatments);
    }

    private void read(StoredApplication stored) {
        if (stored.state().county().equals(candidate.division())) {
            Optional<State> state = opened(stored);
            OutcomeChange change = judged(stored, state);
            treatments(change.group()).merge(change.treatment(), 1L, Long::sum);
            kinds(change.group()).merge(change.kind(), 1L, Long::sum);
            if (change.kind() == Kind.BETTER || change.kind() == Kind.WORSE) {
                change.clauses().forEach(clause -> byClause.merge(clause, 1L, Long::sum));
            }
            boolean left =
                    state.filter(s -> succession.leaves(s.identity().edition())).isPresent();
            if (change.kind() != Kind.SAME || change.treatment() != Treatment.STAYS || left) {
                changes.accept(change);
            }
        }
        rest();
    }

    private Map<Kind, Long> kinds(Group group) {
        return counts.computeIfAbsent(group, g -> {
            Map<Kind, Long> zeros = new EnumMap<>(Kind.class);
            List.of(Kind.values()).forEach(kind -> zeros.put(kind, 0L));
            return zeros;
        });
    }

    private Map<Treatment, Long> treatments(Group group) {
        return treatments.computeIfAbsent(group, g -> {
            Map<Treatment, Long> zeros = new EnumMap<>(Treatment.class);
            List.of(Treatment.values()).forEach(treatment -> zeros.put(treatment, 0L));
            return zeros;
        });
    }

    private OutcomeChange judged(StoredApplication stored, Optional<State> state) {
        Group group = Step.valueOf(stored.state().step()).isOpen() ? Group.OPEN : Group.DECIDED;
        editions.merge(state.map(s -> s.identity().edition().toString()).orElse(UNREADABLE), 1L, Long::sum);
        Optional<Explanation> before = state.flatMap(this::byOwnEdition);
        Optional<Explanation> after = state.flatMap(this::byCandidate);
        if (before.isEmpty() || after.isEmpty()) {
            return new OutcomeChange(
                    stored.state().number(),
                    group,
                    Kind.NOT_JUDGED,
                    overall(before),
                    overall(after),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Treatment.STAYS);
        }
        return compared(stored, group, before.get(), after.get(), treatment(state.get(), before.get(), after.get()));
    }

    private static Met overall(Optional<Explanation> explanation) {
        return explanation.map(e -> e.judgement().overall()).orElse(Met.UNKNOWN);
    }

    /** What timed work makes of it when the edition is in force: the same question to the same rule. */
    private Treatment treatment(State state, Explanation before, Explanation after) {
        return EditionChange.treatment(
                state,
                candidate.id(),
                succession.clause(state),
                EditionChange.verdict(before),
                EditionChange.verdict(after));
    }

    private static OutcomeChange compared(
            StoredApplication stored, Group group, Explanation before, Explanation after, Treatment treatment) {
        Met was = before.judgement().overall();
        Met is = after.judgement().overall();
        Optional<Money> amountBefore = before.calculation().flatMap(Calculation::monthly);
        Optional<Money> amountAfter = after.calculation().flatMap(Calculation::monthly);
        return new OutcomeChange(
                stored.state().number(),
                group,
                kind(was, is, amountBefore.equals(amountAfter)),
                was,
                is,
                clauses(before, after),
                amountBefore,
                amountAfter,
                treatment);
    }

    private static Kind kind(Met was, Met is, boolean sameAmount) {
        if (was == Met.UNKNOWN || is == Met.UNKNOWN) {
            return Kind.UNKNOWN;
        }
        if (was != is) {
            return is == Met.MET ? Kind.BETTER : Kind.WORSE;
        }
        return is == Met.MET && !sameAmount ? Kind.AMOUNT : Kind.SAME;
    }

    /** Clauses of the criteria that come out differently; one that only one of the editions has counts as met in the other. */
    private static List<String> clauses(Explanation before, Explanation after) {
        Map<String, CriterionResult> old = byCode(before);
        Map<String, CriterionResult> now = byCode(after);
        Set<String> clauses = new LinkedHashSet<>();
        Set<String> codes = new LinkedHashSet<>(now.keySet());
        codes.addAll(old.keySet());
        for (String code : codes) {
            CriterionResult one = now.getOrDefault(code, old.get(code));
            if (one != null && met(old, code) != met(now, code)) {
                clauses.add(one.clause());
            }
        }
        return List.copyOf(clauses);
    }

    private static Met met(Map<String, CriterionResult> criteria, String code) {
        CriterionResult one = criteria.get(code);
        return one == null ? Met.MET : one.met();
    }

    private static Map<String, CriterionResult> byCode(Explanation explanation) {
        Map<String, CriterionResult> criteria = new LinkedHashMap<>();
        explanation.judgement().criteria().forEach(one -> criteria.put(one.code(), one));
        return criteria;
    }

    private Optional<State> opened(StoredApplication stored) {
        try {
            return Optional.of(core.journal().open(stored).state());
        } catch (RuntimeException e) {
            log.debug(
                    "application {} cannot be opened and is not judged",
                    stored.state().number(),
                    e);
            return Optional.empty();
        }
    }

    private Optional<Explanation> byOwnEdition(State state) {
        return computed(state, () -> core.setting(state).bench().explain(state));
    }

    private Optional<Explanation> byCandidate(State state) {
        return computed(
                state,
                () -> EditionBench.explain(
                        candidate,
                        state,
                        Assembly.evidence(
                                state,
                                candidate.rules(),
                                Days.of(state.timeline().receivedAt()))));
    }

    private static Optional<Explanation> computed(State state, java.util.function.Supplier<Explanation> judging) {
        try {
            return Optional.of(judging.get());
        } catch (RuntimeException e) {
            log.debug("application {} cannot be judged", state.number(), e);
            return Optional.empty();
        }
    }

    /** Rests as long as it has worked. */
    private void rest() {
        long worked = System.nanoTime() - stretchBegan;
        if (worked > STRETCH) {
            LockSupport.parkNanos(worked);
            stretchBegan = System.nanoTime();
        }
    }
}

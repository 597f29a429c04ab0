package org.onevisit.housing.core.rules;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.explanation.Evidence;
import org.onevisit.housing.explanation.FactState;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.spi.policy.ProcessRules;
import org.onevisit.housing.spi.policy.ProcessRules.CheckRule;
import org.onevisit.housing.spi.verification.Answer;

/** Brings together what agencies answered: every fact that the county relies on, as a value, nothing on record, or a gap. */
public final class Assembly {
    private Assembly() {}

    /** The evidence of a state, judged by the law of {@code day}. */
    public static Evidence evidence(State state, ProcessRules rules, LocalDate day) {
        Map<String, Map<FactKey, FactState>> all = new LinkedHashMap<>();
        for (CheckRule rule : rules.checks()) {
            Slot slot = state.verification().slots().get(rule.check());
            for (FactKey key : rule.supplies()) {
                if (key.subject() == FactKey.Subject.HOUSEHOLD) {
                    put(all, Household.SUBJECT, key, household(rule, slot, key, state));
                } else {
                    for (Member member : state.application().household().members()) {
                        put(all, member.id(), key, known(rule, slot, key, member.id()));
                    }
                }
            }
        }
        return new Evidence(state.application(), day, all);
    }

    private static void put(Map<String, Map<FactKey, FactState>> all, String person, FactKey key, FactState found) {
        Map<FactKey, FactState> facts = all.computeIfAbsent(person, p -> new LinkedHashMap<>());
        FactState old = facts.get(key);
        if (old == null || old instanceof FactState.Unknown) {
            facts.put(key, found);
        }
    }

    private static FactState household(
            CheckRule rule, @org.jspecify.annotations.Nullable Slot slot, FactKey key, State state) {
        FactState own = known(rule, slot, key, Household.SUBJECT);
        return own instanceof FactState.Unknown
                ? known(rule, slot, key, state.application().applicant())
                : own;
    }

    private static FactState known(
            CheckRule rule, @org.jspecify.annotations.Nullable Slot slot, FactKey key, String person) {
        if (slot == null) {
            return new FactState.Unknown(rule.check(), "尚未核查");
        }
        Answer answer = slot.answers().get(person);
        if (answer instanceof Answer.Facts facts && facts.facts().containsKey(key)) {
            return new FactState.Known(
                    java.util.Objects.requireNonNull(facts.facts().get(key)), rule.check(), facts.asOf());
        }
        if (answer instanceof Answer.NothingOnRecord nothing) {
            return new FactState.NothingOnRecord(rule.check(), nothing.asOf());
        }
        if (answer instanceof Answer.CannotAnswer cannot) {
            return new FactState.Unknown(rule.check(), rule.text() + "无法答复：" + cannot.reason());
        }
        return new FactState.Unknown(rule.check(), Gaps.text(rule, slot, answer != null));
    }
}

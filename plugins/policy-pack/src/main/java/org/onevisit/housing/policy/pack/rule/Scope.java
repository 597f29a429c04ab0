package org.onevisit.housing.policy.pack.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.explanation.Evidence;
import org.onevisit.housing.explanation.FactState;
import org.onevisit.housing.explanation.FactUsed;
import org.onevisit.housing.model.Fact;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FactType;
import org.onevisit.housing.model.FloorArea;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.policy.pack.model.PackFacts;

/** What one criterion or formula is evaluated on; it writes down which facts were looked at. Not for several threads. */
final class Scope {
    private static final String NOT_PROVEN = "查无记录，不足以证明没有";

    private final Evidence evidence;
    private final PackFacts facts;
    private final Optional<Member> member;
    private final Map<String, FactUsed> used;

    /** Starts with the household. */
    Scope(Evidence evidence, PackFacts facts) {
        this(evidence, facts, Optional.empty(), new LinkedHashMap<>());
    }

    private Scope(Evidence evidence, PackFacts facts, Optional<Member> member, Map<String, FactUsed> used) {
        this.evidence = evidence;
        this.facts = facts;
        this.member = member;
        this.used = used;
    }

    /** The same, turned to one member. */
    Scope of(Member person) {
        return new Scope(evidence, facts, Optional.of(person), used);
    }

    /** The household. */
    Household household() {
        return evidence.application().household();
    }

    /** The member that it is turned to. */
    Member member() {
        return member.orElseThrow();
    }

    /** The member who signs. */
    Member applicant() {
        return evidence.application().applicantMember();
    }

    /** The day by whose law it is judged. */
    LocalDate day() {
        return evidence.day();
    }

    /** Every fact that was looked at, in order. */
    List<FactUsed> used() {
        return List.copyOf(used.values());
    }

    /** The value of a fact about the member, or about the household. */
    Value fact(FactKey key) {
        String person = key.subject() == FactKey.Subject.PERSON ? member().id() : Household.SUBJECT;
        FactState state = evidence.of(person, key);
        used.computeIfAbsent(person + ' ' + key.name(), k -> use(key, person, state));
        if (state instanceof FactState.Known known) {
            return value(known.fact());
        }
        boolean absent = state instanceof FactState.NothingOnRecord && facts.provesAbsence(key);
        return absent ? absence(key.type()) : Value.Special.UNKNOWN;
    }

    private FactUsed use(FactKey key, String person, FactState state) {
        Optional<String> text = Optional.empty();
        Optional<LocalDate> asOf = Optional.empty();
        Optional<String> gap = Optional.empty();
        if (state instanceof FactState.Known known) {
            text = Optional.of(known.fact().text());
            asOf = Optional.of(known.asOf());
        } else if (state instanceof FactState.NothingOnRecord nothing) {
            asOf = Optional.of(nothing.asOf());
            gap = facts.provesAbsence(key) ? Optional.empty() : Optional.of(NOT_PROVEN);
        } else if (state instanceof FactState.Unknown unknown) {
            gap = Optional.of(unknown.reason());
        }
        Optional<String> source = Optional.of(state.source()).filter(s -> !s.isEmpty());
        return new FactUsed(key.name(), key.chinese(), person, text, source, asOf, gap);
    }

    private static Value value(Fact fact) {
        Object value = fact.value();
        return switch (fact.key().type()) {
            case MONEY -> Value.of(((Money) value).inYuan());
            case AREA -> Value.of(((FloorArea) value).squareMetres());
            case COUNT, MONTHS -> Value.of(BigDecimal.valueOf((Integer) value));
            case FLAG -> Value.of((Boolean) value);
            case DATE -> new Value.Day((LocalDate) value);
            case CODE -> new Value.Text((String) value);
        };
    }

    private static Value absence(FactType type) {
        return switch (type) {
            case MONEY, AREA -> Value.of(BigDecimal.valueOf(0, 2));
            case COUNT, MONTHS -> Value.of(BigDecimal.ZERO);
            case FLAG -> Value.of(false);
            case DATE -> Value.Special.NONE;
            case CODE -> new Value.Text("NONE");
        };
    }
}

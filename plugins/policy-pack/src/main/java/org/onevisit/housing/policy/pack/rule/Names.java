package org.onevisit.housing.policy.pack.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.policy.pack.rule.Node.Kind;

/** Names that every pack may use without declaring them: what the application itself says. */
final class Names {
    private static final Map<String, Node> HOUSEHOLD = Map.of(
            "household.size", number("人", Functions::size),
            "household.minors", number("人", s -> people(s, m -> m.isMinorOn(s.day()))),
            "household.adults", number("人", s -> people(s, m -> !m.isMinorOn(s.day()))),
            "household.residence",
                    Node.of(
                            Kind.TEXT,
                            "",
                            s -> new Value.Text(s.household().residence().code())));

    private static final Map<String, Node> MEMBER = Map.of(
            "member.age",
                    number(
                            "岁",
                            s -> Value.of(
                                    BigDecimal.valueOf(s.member().identity().ageOn(s.day())))),
            "member.minor", Node.of(Kind.TRUTH, "", s -> Value.of(s.member().isMinorOn(s.day()))),
            "member.adult", Node.of(Kind.TRUTH, "", s -> Value.of(!s.member().isMinorOn(s.day()))),
            "member.register",
                    Node.of(
                            Kind.TEXT,
                            "",
                            s -> new Value.Text(s.member().register().code())),
            "member.applicant", Node.of(Kind.TRUTH, "", s -> Value.of(s.member().equals(s.applicant()))));

    private Names() {}

    /** What is said of the household, by name. */
    static Map<String, Node> household() {
        return HOUSEHOLD;
    }

    /** What is said of a member, by name; only inside a function over members. */
    static Map<String, Node> member() {
        return MEMBER;
    }

    /** A fact as an expression. */
    static Node fact(FactKey key) {
        return switch (key.type()) {
            case MONEY -> number("元", s -> s.fact(key));
            case AREA -> number("㎡", s -> s.fact(key));
            case COUNT -> number("", s -> s.fact(key));
            case MONTHS -> number("个月", s -> s.fact(key));
            case FLAG -> Node.of(Kind.TRUTH, "", s -> s.fact(key));
            case DATE -> Node.of(Kind.DAY, "", s -> s.fact(key));
            case CODE -> Node.of(Kind.TEXT, "", s -> s.fact(key));
        };
    }

    private static Node number(String unit, Function<Scope, Value> eval) {
        return Node.of(Kind.NUMBER, unit, eval);
    }

    private static Value people(Scope scope, java.util.function.Predicate<Member> which) {
        List<Member> members = scope.household().members();
        return Value.of(BigDecimal.valueOf(members.stream().filter(which).count()));
    }
}

package org.onevisit.housing.policy.pack.rule;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.policy.pack.rule.Node.Kind;

/** The closed set of functions. None of them can loop, call out or read a clock. */
final class Functions {
    /** Those that look at each member, or at the applicant, in turn. */
    static final Set<String> OVER_MEMBERS = Set.of("sum", "perHead", "max", "any", "all", "count", "applicant");

    /** The others. */
    static final Set<String> PLAIN =
            Set.of("clamp", "least", "greatest", "yearsSince", "monthsSince", "within", "oneOf", "if");

    private Functions() {}

    /** A function over members; {@code each} is evaluated for one member at a time. */
    static Node overMembers(String name, Node each) throws ExprException {
        switch (name) {
            case "sum", "perHead", "max" -> want(each, Kind.NUMBER, name);
            case "any", "all", "count" -> want(each, Kind.TRUTH, name);
            default -> {
                return new Node(
                        each.kind(),
                        each.unit(),
                        s -> each.value(s.of(s.applicant())),
                        s -> each.shown(s.of(s.applicant())));
            }
        }
        return switch (name) {
            case "sum" -> Node.of(Kind.NUMBER, each.unit(), s -> fold(s, each, Maths::plus));
            case "max" -> Node.of(Kind.NUMBER, each.unit(), s -> fold(s, each, Maths::greatest));
            case "perHead" -> Node.of(Kind.NUMBER, each.unit(), s -> Maths.divide(fold(s, each, Maths::plus), size(s)));
            case "count" -> Node.of(Kind.NUMBER, "人", s -> count(s, each));
            default -> quantifier(name.equals("all"), each);
        };
    }

    private static Node quantifier(boolean all, Node each) {
        return new Node(
                Kind.TRUTH,
                "",
                s -> new Value.Truth(
                        mets(s, each).stream().reduce(all ? Met.MET : Met.NOT_MET, all ? Met::and : Met::or)),
                s -> tally(mets(s, each)));
    }

    private static String tally(List<Met> mets) {
        long met = mets.stream().filter(m -> m == Met.MET).count();
        long unknown = mets.stream().filter(m -> m == Met.UNKNOWN).count();
        String text = mets.size() + " 人中 " + met + " 人符合";
        return unknown == 0 ? text : text + "，" + unknown + " 人" + Words.UNKNOWN;
    }

    private static List<Met> mets(Scope scope, Node each) {
        return scope.household().members().stream()
                .map(member -> each.value(scope.of(member)).met())
                .toList();
    }

    private static Value count(Scope scope, Node each) {
        List<Met> mets = mets(scope, each);
        return mets.contains(Met.UNKNOWN)
                ? Value.Special.UNKNOWN
                : Value.of(BigDecimal.valueOf(
                        mets.stream().filter(m -> m == Met.MET).count()));
    }

    private static Value fold(Scope scope, Node each, BinaryOperator<Value> operator) {
        List<Value> values = scope.household().members().stream()
                .map((Member member) -> each.value(scope.of(member)))
                .toList();
        return values.stream().reduce(operator).orElse(Value.Special.UNKNOWN);
    }

    static Value size(Scope scope) {
        return Value.of(BigDecimal.valueOf(scope.household().size()));
    }

    /** Any other function. */
    static Node plain(String name, List<Node> given) throws ExprException {
        check(name, given);
        Node first = given.get(0);
        return switch (name) {
            case "clamp" -> number(first, s -> Maths.least(given.get(2).value(s), greatest(given, s)));
            case "least" ->
                number(first, s -> Maths.least(first.value(s), given.get(1).value(s)));
            case "greatest" -> number(first, s -> greatest(given, s));
            case "yearsSince" -> Node.of(Kind.NUMBER, "年", s -> since(s, first, false));
            case "monthsSince" -> Node.of(Kind.NUMBER, "个月", s -> since(s, first, true));
            case "within" -> within(first, given.get(1));
            case "if" -> Node.of(given.get(1).kind(), given.get(1).unit(), s -> choose(s, given));
            default -> oneOf(given);
        };
    }

    private static Node number(Node like, Function<Scope, Value> eval) {
        return Node.of(Kind.NUMBER, like.unit(), eval);
    }

    private static Value greatest(List<Node> given, Scope scope) {
        return Maths.greatest(given.get(0).value(scope), given.get(1).value(scope));
    }

    private static void check(String name, List<Node> given) throws ExprException {
        switch (name) {
            case "clamp" -> arguments(name, given, Kind.NUMBER, Kind.NUMBER, Kind.NUMBER);
            case "least", "greatest" -> arguments(name, given, Kind.NUMBER, Kind.NUMBER);
            case "yearsSince", "monthsSince" -> arguments(name, given, Kind.DAY);
            case "within" -> arguments(name, given, Kind.TEXT, Kind.TEXT);
            case "if" -> conditional(given);
            default -> texts(name, given);
        }
    }

    private static Value since(Scope scope, Node node, boolean months) {
        Value value = node.value(scope);
        if (!(value instanceof Value.Day day)) {
            return value;
        }
        Period period = Period.between(day.day(), scope.day());
        return Value.of(BigDecimal.valueOf(months ? period.toTotalMonths() : period.getYears()));
    }

    private static Node within(Node place, Node division) {
        return new Node(
                Kind.TRUTH,
                "",
                s -> place.value(s) instanceof Value.Text a && division.value(s) instanceof Value.Text b
                        ? Value.of(a.text().startsWith(b.text()))
                        : Value.Special.UNKNOWN,
                s -> place.shown(s) + " 属于 " + division.shown(s));
    }

    private static Node oneOf(List<Node> given) {
        Node first = given.get(0);
        List<Node> others = given.subList(1, given.size());
        return new Node(
                Kind.TRUTH,
                "",
                s -> first.value(s) instanceof Value.Text text
                        ? Value.of(others.stream().anyMatch(o -> o.value(s).equals(text)))
                        : Value.Special.UNKNOWN,
                s -> first.shown(s) + " 属于 "
                        + others.stream().map(o -> o.shown(s)).toList());
    }

    private static Value choose(Scope scope, List<Node> given) {
        Value then = given.get(1).value(scope);
        Value otherwise = given.get(2).value(scope);
        return switch (given.get(0).value(scope).met()) {
            case MET -> then;
            case NOT_MET -> otherwise;
            case UNKNOWN -> then.equals(otherwise) ? then : Value.Special.UNKNOWN;
        };
    }

    private static void conditional(List<Node> given) throws ExprException {
        if (given.size() != 3) {
            throw new ExprException("if(condition, value, value)", "give all three");
        }
        want(given.get(0), Kind.TRUTH, "if");
        want(given.get(2), given.get(1).kind(), "if");
    }

    private static void texts(String name, List<Node> given) throws ExprException {
        if (given.size() < 2) {
            throw new ExprException(name + "(code, \"A\", \"B\")", "give at least one code to compare with");
        }
        for (Node node : given) {
            want(node, Kind.TEXT, name);
        }
    }

    private static void arguments(String name, List<Node> given, Kind... kinds) throws ExprException {
        if (given.size() != kinds.length) {
            throw new ExprException(name + "() with " + kinds.length + " values", "see docs/write-a-pack.md");
        }
        for (int i = 0; i < kinds.length; i++) {
            want(given.get(i), kinds[i], name);
        }
    }

    private static void want(Node node, Kind kind, String name) throws ExprException {
        if (node.kind() != kind) {
            throw new ExprException(
                    "a " + kind + " in " + name + "(), not a " + node.kind(), "see docs/write-a-pack.md");
        }
    }
}

package org.onevisit.housing.policy.pack.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.policy.pack.rule.Node.Kind;

/** Arithmetic, comparison and logic on values of which some may be unknown. */
final class Maths {
    private Maths() {}

    /** A calculation with two numbers. */
    @FunctionalInterface
    interface Calculation {
        BigDecimal of(BigDecimal left, BigDecimal right);
    }

    /** Computes; with a gap on either side there is a gap, dividing by nothing leaves nothing. */
    static Value compute(Value left, Value right, Calculation calculation) {
        if (left instanceof Value.Num a && right instanceof Value.Num b) {
            return Value.of(calculation.of(a.number(), b.number()));
        }
        boolean unknown = left == Value.Special.UNKNOWN || right == Value.Special.UNKNOWN;
        return unknown ? Value.Special.UNKNOWN : Value.Special.NONE;
    }

    static Value plus(Value left, Value right) {
        return compute(left, right, BigDecimal::add);
    }

    static Value minus(Value left, Value right) {
        return compute(left, right, BigDecimal::subtract);
    }

    static Value times(Value left, Value right) {
        return compute(left, right, BigDecimal::multiply);
    }

    static Value least(Value left, Value right) {
        return compute(left, right, BigDecimal::min);
    }

    static Value greatest(Value left, Value right) {
        return compute(left, right, BigDecimal::max);
    }

    static Value divide(Value left, Value right) {
        if (right instanceof Value.Num b && b.number().signum() == 0) {
            return left == Value.Special.UNKNOWN ? left : Value.Special.NONE;
        }
        return compute(left, right, Maths::quotient);
    }

    /** Exact where it ends within the decimals that money has, else to 34 digits. */
    private static BigDecimal quotient(BigDecimal left, BigDecimal right) {
        BigDecimal quotient = left.divide(right, MathContext.DECIMAL128);
        int scale = Math.max(left.scale(), right.scale());
        return quotient.scale() < scale ? quotient.setScale(scale) : quotient;
    }

    /** A calculation as an expression. */
    static Node arithmetic(String sign, Node left, Node right) throws ExprException {
        both(Kind.NUMBER, left, right, sign);
        String unit = left.unit().isEmpty() ? right.unit() : left.unit();
        return switch (sign) {
            case "+" -> Node.of(Kind.NUMBER, unit, s -> plus(left.value(s), right.value(s)));
            case "-" -> Node.of(Kind.NUMBER, unit, s -> minus(left.value(s), right.value(s)));
            case "*" -> Node.of(Kind.NUMBER, unit, s -> times(left.value(s), right.value(s)));
            default -> Node.of(Kind.NUMBER, unit, s -> divide(left.value(s), right.value(s)));
        };
    }

    /** A comparison as an expression, shown with both numbers. */
    static Node compare(String sign, Node left, Node right) throws ExprException {
        boolean equality = sign.equals("==") || sign.equals("!=");
        both(equality && left.kind() == Kind.TEXT ? Kind.TEXT : Kind.NUMBER, left, right, sign);
        String unit = right.unit().isEmpty() ? left.unit() : right.unit();
        return new Node(
                Kind.TRUTH,
                "",
                s -> compare(sign, left.value(s), right.value(s)),
                s -> Words.pair(left.value(s), " " + shown(sign) + " ", right.value(s))
                        + (unit.isEmpty() ? "" : " " + unit));
    }

    private static String shown(String sign) {
        return switch (sign) {
            case "<=" -> "≤";
            case ">=" -> "≥";
            case "==" -> "=";
            case "!=" -> "≠";
            default -> sign;
        };
    }

    private static Value compare(String sign, Value left, Value right) {
        if (left == Value.Special.UNKNOWN || right == Value.Special.UNKNOWN) {
            return Value.Special.UNKNOWN;
        }
        if (left instanceof Value.Num a && right instanceof Value.Num b) {
            int order = a.number().compareTo(b.number());
            return Value.of(
                    switch (sign) {
                        case "<" -> order < 0;
                        case "<=" -> order <= 0;
                        case ">" -> order > 0;
                        case ">=" -> order >= 0;
                        case "==" -> order == 0;
                        default -> order != 0;
                    });
        }
        return Value.of(left.equals(right) ? sign.equals("==") : sign.equals("!="));
    }

    /** Both or either, as an expression. */
    static Node logic(String sign, Node left, Node right) throws ExprException {
        both(Kind.TRUTH, left, right, sign);
        boolean and = sign.equals("&&");
        String word = and ? "，且 " : "，或 ";
        return new Node(
                Kind.TRUTH,
                "",
                s -> {
                    Met a = left.value(s).met();
                    Met b = right.value(s).met();
                    return new Value.Truth(and ? a.and(b) : a.or(b));
                },
                s -> left.shown(s) + word + right.shown(s));
    }

    /** The opposite, as an expression. */
    static Node not(Node node) throws ExprException {
        if (node.kind() != Kind.TRUTH) {
            throw new ExprException("a condition behind '!'", "compare the value with something");
        }
        return new Node(
                Kind.TRUTH, "", s -> new Value.Truth(node.value(s).met().not()), s -> "非（" + node.shown(s) + "）");
    }

    private static void both(Kind kind, Node left, Node right, String sign) throws ExprException {
        if (left.kind() != kind || right.kind() != kind) {
            throw new ExprException(
                    "a " + kind + " on both sides of '" + sign + "', not " + left.kind() + " and " + right.kind(),
                    "compare like with like; a day becomes a number by yearsSince() or monthsSince()");
        }
    }
}

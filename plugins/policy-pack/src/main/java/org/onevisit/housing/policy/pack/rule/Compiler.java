package org.onevisit.housing.policy.pack.rule;

import com.ezylang.evalex.parser.ASTNode;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.policy.pack.model.PackFacts;
import org.onevisit.housing.policy.pack.rule.Node.Kind;

/** Compiles the texts of expressions, once per edition. Not for several threads; what it compiles is. */
final class Compiler {
    /** Names a fact whose name is no word of an expression, as a county's own. */
    private static final String FACT = "fact";

    private static final Syntax SYNTAX =
            new Syntax(Sets.union(Functions.OVER_MEMBERS, Sets.union(Functions.PLAIN, Set.of(FACT))));
    /** Numbers that are no policy: everything else is a figure with a name and a source. */
    private static final Set<BigDecimal> PLAIN_NUMBERS =
            Set.of(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.valueOf(12), BigDecimal.valueOf(100));

    private final Vocabulary vocabulary;
    private final PackFacts packFacts;

    /** Compiles with the names that a pack declares. */
    Compiler(Vocabulary vocabulary, PackFacts packFacts) {
        this.vocabulary = vocabulary;
        this.packFacts = packFacts;
    }

    /** Finds what a pack declared. */
    interface Vocabulary {
        /** The figure, value or table with this name. */
        Optional<Compiled> named(String name) throws ExprException;

        /** Names that could have been meant. */
        Set<String> names();
    }

    /** Compiles a text. */
    Compiled compile(String text) throws ExprException {
        Run run = new Run();
        Node node = run.node(SYNTAX.parse(text), false);
        return new Compiled(node, run.facts, run.placeholder);
    }

    private final class Run {
        private final Set<FactKey> facts = new LinkedHashSet<>();
        private boolean placeholder;

        Node node(ASTNode tree, boolean inMember) throws ExprException {
            String word = tree.getToken().getValue();
            return switch (tree.getToken().getType()) {
                case NUMBER_LITERAL -> number(word);
                case STRING_LITERAL -> Node.of(Kind.TEXT, "", s -> new Value.Text(word));
                case VARIABLE_OR_CONSTANT, STRUCTURE_SEPARATOR -> name(Syntax.name(tree), inMember);
                case PREFIX_OPERATOR -> prefix(word, node(tree.getParameters().get(0), inMember));
                case INFIX_OPERATOR ->
                    infix(
                            word,
                            node(tree.getParameters().get(0), inMember),
                            node(tree.getParameters().get(1), inMember));
                case FUNCTION -> function(word, tree.getParameters(), inMember);
                default -> throw unknown(word);
            };
        }

        private Node number(String word) throws ExprException {
            BigDecimal number = new BigDecimal(word);
            if (!PLAIN_NUMBERS.contains(number)) {
                throw new ExprException(
                        "a name instead of the number " + word, "lay it down under 'figures' with its source");
            }
            return Node.of(Kind.NUMBER, "", s -> Value.of(number));
        }

        private Node prefix(String sign, Node node) throws ExprException {
            return switch (sign) {
                case "!" -> Maths.not(node);
                case "-" -> Maths.arithmetic("-", Node.of(Kind.NUMBER, "", s -> Value.of(BigDecimal.ZERO)), node);
                default -> throw unknown(sign);
            };
        }

        private Node infix(String sign, Node left, Node right) throws ExprException {
            return switch (sign) {
                case "+", "-", "*", "/" -> Maths.arithmetic(sign, left, right);
                case "<", "<=", ">", ">=", "==", "!=" -> Maths.compare(sign, left, right);
                case "&&", "||" -> Maths.logic(sign, left, right);
                default -> throw unknown(sign);
            };
        }

        private Node function(String name, List<ASTNode> parameters, boolean inMember) throws ExprException {
            if (name.equals(FACT)) {
                return namedFact(parameters, inMember);
            }
            if (!Functions.OVER_MEMBERS.contains(name)) {
                List<Node> nodes = new ArrayList<>();
                for (ASTNode parameter : parameters) {
                    nodes.add(node(parameter, inMember));
                }
                if (!Functions.PLAIN.contains(name)) {
                    throw unknown(name);
                }
                return Functions.plain(name, nodes);
            }
            if (inMember || parameters.size() != 1) {
                throw new ExprException(
                        name + "() of one thing about a member", "do not put one function over members into another");
            }
            return Functions.overMembers(name, node(parameters.get(0), true));
        }

        private Node namedFact(List<ASTNode> parameters, boolean inMember) throws ExprException {
            String name = parameters.size() == 1 ? parameters.get(0).getToken().getValue() : "";
            FactKey key = packFacts
                    .named(name)
                    .orElseThrow(() -> new ExprException(
                            "fact(\"NAME\") of the catalogue or of the county",
                            "declare it under 'facts' with its type"));
            return fact(key, inMember);
        }

        private Node name(String name, boolean inMember) throws ExprException {
            if (name.equals("true") || name.equals("false")) {
                return Node.of(Kind.TRUTH, "", s -> Value.of(name.equals("true")));
            }
            Optional<FactKey> fact = packFacts.named(name);
            if (fact.isPresent()) {
                return fact(fact.get(), inMember);
            }
            Node said = Names.household().get(name);
            if (said == null && Names.member().containsKey(name)) {
                said = Names.member().get(name);
                needsMember(name, inMember);
            }
            return said != null ? said : declared(name);
        }

        private Node fact(FactKey key, boolean inMember) throws ExprException {
            if (key.subject() == FactKey.Subject.PERSON) {
                needsMember(key.name(), inMember);
            }
            facts.add(key);
            return Names.fact(key);
        }

        private void needsMember(String name, boolean inMember) throws ExprException {
            if (!inMember) {
                throw new ExprException(
                        name + " inside a function over members",
                        "write sum(), perHead(), any(), all() or applicant()");
            }
        }

        private Node declared(String name) throws ExprException {
            Compiled found = vocabulary
                    .named(name)
                    .orElseThrow(() -> new ExprException(
                            "a fact of the catalogue, or one of " + vocabulary.names() + ", instead of '" + name + "'",
                            "check the spelling, or declare it"));
            facts.addAll(found.facts());
            placeholder |= found.placeholder();
            return found.node();
        }

        private ExprException unknown(String word) {
            return new ExprException(
                    "arithmetic, comparison, && || ! or a function of the closed set instead of '" + word + "'",
                    "see docs/write-a-pack.md for what an expression may hold");
        }
    }
}

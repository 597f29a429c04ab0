package org.onevisit.housing.policy.pack.rule;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import java.util.Set;

/**
 * Turns the text of an expression into a tree, by EvalEx. Only its parser is used: EvalEx knows no unknown, so the tree is
 * evaluated here, with no function but those named.
 */
final class Syntax {
    private static final int LONGEST = 500;

    private final ExpressionConfiguration configuration;

    /** Knows these functions. */
    Syntax(Set<String> functions) {
        FunctionDictionaryIfc dictionary = new MapBasedFunctionDictionary();
        functions.forEach(name -> dictionary.addFunction(name, new NameOnly()));
        configuration = ExpressionConfiguration.builder()
                .functionDictionary(dictionary)
                .arraysAllowed(false)
                .binaryAllowed(false)
                .implicitMultiplicationAllowed(false)
                .structuresAllowed(true)
                .build();
    }

    /** Parses a text. */
    ASTNode parse(String text) throws ExprException {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new ExprException(
                    "an expression of 1 to " + LONGEST + " characters", "write one, or cut it into values");
        }
        try {
            return new Expression(text, configuration).getAbstractSyntaxTree();
        } catch (ParseException e) {
            throw new ExprException(
                    "an expression; at character " + e.getStartPosition() + ": " + e.getMessage(),
                    "see docs/write-a-pack.md for what an expression may hold");
        }
    }

    /** The dotted name that a tree spells, or nothing. */
    static String name(ASTNode node) {
        Token token = node.getToken();
        if (token.getType() == TokenType.VARIABLE_OR_CONSTANT) {
            return token.getValue();
        }
        if (token.getType() != TokenType.STRUCTURE_SEPARATOR) {
            return "";
        }
        String left = name(node.getParameters().get(0));
        String right = name(node.getParameters().get(1));
        return left.isEmpty() || right.isEmpty() ? "" : left + "." + right;
    }

    @FunctionParameter(name = "value", isVarArg = true)
    private static final class NameOnly extends AbstractFunction {
        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... values) {
            throw new UnsupportedOperationException("only the parser of EvalEx is used");
        }
    }
}

package org.onevisit.housing.policy.pack.rule;

/** An expression cannot be compiled: what was expected, and the cure. */
final class ExprException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String cure;

    ExprException(String expected, String cure) {
        super(expected);
        this.cure = cure;
    }

    String expected() {
        return String.valueOf(getMessage());
    }

    String cure() {
        return cure;
    }
}

package org.onevisit.housing.process;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Something was refused or failed. The message says what, which one, what was expected and what to do; it never says who.
 */
public final class HousingException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ErrorCode code;
    private final transient List<FieldError> errors;

    /** Says what went wrong. */
    public HousingException(ErrorCode code, String message) {
        this(code, message, List.of());
    }

    /** Says what went wrong, field by field. */
    public HousingException(ErrorCode code, String message, List<FieldError> errors) {
        super(message);
        this.code = requireNonNull(code, "code");
        this.errors = List.copyOf(errors);
    }

    /** Says what went wrong, with its cause. */
    public HousingException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = requireNonNull(code, "code");
        this.errors = List.of();
    }

    /** What went wrong. */
    public ErrorCode code() {
        return code;
    }

    /** Whom to ring. */
    public Blame blame() {
        return code.blame();
    }

    /** Every error in the input, in document order. */
    public List<FieldError> errors() {
        return errors == null ? List.of() : errors;
    }

    /**
     * One error in the input.
     *
     * @param pointer where (RFC 6901)
     * @param code what
     * @param message zh-CN; never repeats a value
     * @param messageEn the same in English
     * @param cure what to do, zh-CN
     * @param cureEn the same in English
     * @param expected what was expected, where that can be said in a word
     * @param rule the rule that it breaks, where there is one by name, for example {@code GB 11643}
     */
    public record FieldError(
            String pointer,
            ErrorCode code,
            String message,
            String messageEn,
            String cure,
            String cureEn,
            Optional<String> expected,
            Optional<String> rule) {
        /** Checks that nothing is null. */
        public FieldError {
            requireNonNull(pointer, "pointer");
            requireNonNull(code, "code");
            requireNonNull(message, "message");
            requireNonNull(messageEn, "messageEn");
            requireNonNull(cure, "cure");
            requireNonNull(cureEn, "cureEn");
            requireNonNull(expected, "expected");
            requireNonNull(rule, "rule");
        }
    }
}

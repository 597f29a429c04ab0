package org.onevisit.housing.policy.pack.source;

import java.util.List;
import java.util.stream.Collectors;

/** A pack cannot be offered. Carries every error at once. */
public final class PackException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<PackError> errors;

    /** With all that is wrong, at least one error. */
    public PackException(List<PackError> errors) {
        super(errors.stream().map(PackError::toString).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    /** All that is wrong. */
    public List<PackError> errors() {
        return errors == null ? List.of() : errors;
    }
}

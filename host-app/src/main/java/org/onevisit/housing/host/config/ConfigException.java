package org.onevisit.housing.host.config;

import java.util.List;

/** Configuration that is refused, with every reason. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> errors;

    /** With every reason. */
    public ConfigException(List<String> errors) {
        super(String.join("; ", errors));
        this.errors = List.copyOf(errors);
    }

    /** Every reason: what, where, what was expected. */
    public List<String> errors() {
        return errors == null ? List.of() : errors;
    }
}

package org.onevisit.housing.policy.pack.source;

import static java.util.Objects.requireNonNull;

/**
 * Something wrong in a pack: where, what was expected, what to do.
 *
 * @param severity does it keep the pack from being offered?
 * @param origin file and line
 * @param path where in the pack, for example {@code limits.intake}
 * @param expected what was expected there
 * @param cure what to do
 */
public record PackError(Severity severity, Origin origin, String path, String expected, String cure) {
    /** Does it keep the pack from being offered? */
    public enum Severity {
        /** The pack is not offered. */
        ERROR,
        /** The pack is offered all the same. */
        WARNING
    }

    /** Checks that nothing is null. */
    public PackError {
        requireNonNull(severity, "severity");
        requireNonNull(origin, "origin");
        requireNonNull(path, "path");
        requireNonNull(expected, "expected");
        requireNonNull(cure, "cure");
    }

    /** Keeps the pack from being offered? */
    public boolean fatal() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        return "%s: %s %s: %s; %s".formatted(origin, severity, path, expected, cure);
    }
}

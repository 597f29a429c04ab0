package org.onevisit.housing.policy.pack.source;

import java.util.ArrayList;
import java.util.List;
import org.onevisit.housing.policy.pack.source.PackError.Severity;

/** Collects what is wrong with one pack. Not for several threads. */
public final class Problems {
    private final Where where;
    private final List<PackError> errors = new ArrayList<>();

    /** Collects for a pack whose values stand where {@code where} says. */
    public Problems(Where where) {
        this.where = where;
    }

    /** Finds the file and line of a path, or of the nearest thing around it. */
    @FunctionalInterface
    public interface Where {
        /** Where the value at this path stands. */
        Origin of(String path);
    }

    /** Something that keeps the pack from being offered. */
    public void error(String path, String expected, String cure) {
        errors.add(new PackError(Severity.ERROR, where.of(path), path, expected, cure));
    }

    /** Something to look at. */
    public void warn(String path, String expected, String cure) {
        errors.add(new PackError(Severity.WARNING, where.of(path), path, expected, cure));
    }

    /** Everything so far. */
    public List<PackError> all() {
        return List.copyOf(errors);
    }

    /** Ends with all errors if there is a fatal one. */
    public void throwIfFatal() {
        if (errors.stream().anyMatch(PackError::fatal)) {
            throw new PackException(errors);
        }
    }
}

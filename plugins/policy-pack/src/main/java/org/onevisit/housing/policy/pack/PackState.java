package org.onevisit.housing.policy.pack;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.onevisit.housing.policy.pack.source.PackError;
import org.onevisit.housing.spi.policy.EditionId;

/**
 * How a pack fares, for operators.
 *
 * @param file what was delivered
 * @param status is it offered?
 * @param edition which edition, when it is offered
 * @param errors errors and warnings
 */
public record PackState(String file, Status status, Optional<EditionId> edition, List<PackError> errors) {
    /** Is it offered? */
    public enum Status {
        /** The core may judge by it. */
        OFFERED,
        /** A layer for others. */
        LAYER,
        /** Wrong; not offered. */
        INVALID
    }

    /** Copies the list. */
    public PackState {
        requireNonNull(file, "file");
        requireNonNull(status, "status");
        requireNonNull(edition, "edition");
        errors = List.copyOf(errors);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file + " " + status);
        edition.ifPresent(id -> text.append(' ').append(id));
        errors.forEach(error -> text.append("\n  ").append(error));
        return text.toString();
    }
}

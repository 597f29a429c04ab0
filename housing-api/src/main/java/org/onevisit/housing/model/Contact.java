package org.onevisit.housing.model;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * How the applicant is reached.
 *
 * @param mobile eleven digits; personal data
 * @param notices ways by which notices are wanted
 */
public record Contact(String mobile, Set<Way> notices) {
    /** A way to hand over a notice. */
    public enum Way {
        /** A text message. */
        SMS,
        /** On paper, at the window. */
        PAPER
    }

    /** Copies the set. */
    public Contact {
        requireNonNull(mobile, "mobile");
        notices = Set.copyOf(notices);
    }

    @Override
    public String toString() {
        return "Contact by " + notices;
    }
}

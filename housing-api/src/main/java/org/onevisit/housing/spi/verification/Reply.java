package org.onevisit.housing.spi.verification;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/** What a check replies to an inquiry: the finding now, or a ticket for later. */
public sealed interface Reply {
    /** The agency has answered. */
    static Reply now(Finding finding) {
        return new Now(finding);
    }

    /**
     * The agency will answer later. The core keeps the ticket, hands it back when it asks again, and takes the finding by ticket
     * or inquiry id through {@link FindingInbox} or {@link Pickup}.
     *
     * @param ticket the agency's own number for the question; no personal data
     * @param expectedBy day by which the agency promises to answer
     */
    static Reply later(String ticket, LocalDate expectedBy) {
        return new Later(ticket, expectedBy);
    }

    /**
     * The answer.
     *
     * @param finding what the agency found
     */
    record Now(Finding finding) implements Reply {
        /** Checks that nothing is null. */
        public Now {
            requireNonNull(finding, "finding");
        }
    }

    /**
     * A promise.
     *
     * @param ticket the agency's own number
     * @param expectedBy day by which it will answer
     */
    record Later(String ticket, LocalDate expectedBy) implements Reply {
        /** Checks that the ticket has 1 to 200 characters. */
        public Later {
            requireNonNull(expectedBy, "expectedBy");
            if (requireNonNull(ticket, "ticket").isBlank() || ticket.length() > 200) {
                throw new IllegalArgumentException("a ticket has 1 to 200 characters");
            }
        }
    }
}

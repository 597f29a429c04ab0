package org.onevisit.housing.spi.verification;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What a check works with while it fetches answers: what is still waited for, and where to put what came. */
@ProviderType
public interface Pickup {
    /** Tickets of this check that are not answered, oldest first, at most 1000. */
    List<String> openTickets();

    /** Delivers one finding; a bad one is an outcome or an exception of its own and never stops the next. */
    FindingInbox.DeliveryOutcome deliver(String idOrTicket, Finding finding);

    /**
     * Finds a person of an inquiry that was sent, by what the agency's answer calls them. Nothing is told that the check was not told
     * when it asked.
     *
     * @param idOrTicket the inquiry's id, or the ticket that the check gave
     * @param idOrNumber the person's id; {@link Finding#HOUSEHOLD}; or the number of the identity document, where the profile needs it
     * @return empty when no such inquiry of this check was sent, or it is not about that person
     */
    Optional<Asked> person(String idOrTicket, String idOrNumber);

    /**
     * A person of an inquiry.
     *
     * @param id under which answers are given
     * @param answered is there an answer that counts?
     */
    record Asked(String id, boolean answered) {
        /** Checks that nothing is null. */
        public Asked {
            requireNonNull(id, "id");
        }
    }
}

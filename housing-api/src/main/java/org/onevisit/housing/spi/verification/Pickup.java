package org.onevisit.housing.spi.verification;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What a check works with while it fetches answers: what is still waited for, and where to put what came. */
@ProviderType
public interface Pickup {
    /** Tickets of this check that are not answered, oldest first, at most 1000. */
    List<String> openTickets();

    /** Delivers one finding; a bad one is an outcome or an exception of its own and never stops the next. */
    FindingInbox.DeliveryOutcome deliver(String idOrTicket, Finding finding);
}

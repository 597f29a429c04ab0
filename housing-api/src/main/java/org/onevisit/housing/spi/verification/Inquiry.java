package org.onevisit.housing.spi.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.spi.calendar.Deadline;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One question to one agency about one household: application × check × round. Made by the core; safe for every thread.
 */
@ProviderType
public interface Inquiry {
    /** Name of this inquiry; the same when it comes again. Holds no personal data. */
    String id();

    /** Code of the check that is asked. */
    String check();

    /** The people asked about: those without a fresh answer, each with the declared fields only. */
    List<InquiryPerson> persons();

    /** Facts that are wanted. */
    Set<FactKey> wanted();

    /** Ticket that the agency gave when the inquiry was asked before, if it did. */
    Optional<String> earlierTicket();

    /** The agency's deadline. */
    Deadline dueBy();

    /** When this one call is interrupted. */
    Instant callEndsAt();

    /** Day on which the question is asked, in China. */
    LocalDate askedOn();

    /** The day so many working days after today; for {@link Reply#later}. */
    LocalDate workingDaysFromNow(int days);
}

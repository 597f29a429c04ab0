package org.onevisit.housing.core.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.MemberField;

/** What agencies and outlets bring. */
public final class Arrivals {
    private Arrivals() {}

    /** A finding for an inquiry; when something is left out, the agency is asked again at {@code again}. */
    public record FindingArrived(String check, String idOrTicket, Finding finding, Instant again) {}

    /** A limit that is over: of this check. */
    public record LimitOver(String check) {}

    /** A notice that an outlet shows. */
    public record Posted(String outlet) {}

    /** An objection by real name. */
    public record Objecting(String name, String contact, String reasons) {}

    /** A call that is about to leave. */
    public record Sent(String check, String inquiry, Set<String> persons, Set<MemberField> fields) {}

    /** A ticket. */
    public record Ticket(String check, String inquiry, String ticket, LocalDate expectedBy, Optional<Instant> again) {}

    /** A call that brought nothing. */
    public record Nothing(
            String check, String inquiry, org.onevisit.housing.core.state.Slot.Cause cause, Instant again) {}
}

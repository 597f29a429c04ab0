package org.onevisit.housing.testkit.verification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.FindingInbox.DeliveryOutcome;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.spi.verification.Pickup;

/** Keeps what a check delivers; for tests of a check. Not safe for threads: the core never collects twice at once. */
public final class KitPickup implements Pickup {
    private final List<String> tickets;
    private final List<String> refused = new ArrayList<>();
    private final List<KitInquiry> inquiries = new ArrayList<>();
    private final Map<String, Finding> delivered = new LinkedHashMap<>();

    /** Waits for answers to these tickets. */
    public KitPickup(List<String> tickets) {
        this.tickets = List.copyOf(tickets);
    }

    /** Knows who is in these inquiries; without it anybody may be in any. */
    public KitPickup about(KitInquiry... known) {
        inquiries.addAll(List.of(known));
        return this;
    }

    /** Throws when the answer to this ticket is delivered, as the core does with a bad finding. */
    public KitPickup refusing(String ticket) {
        refused.add(ticket);
        return this;
    }

    /** What was delivered, in order. */
    public Map<String, Finding> delivered() {
        return Collections.unmodifiableMap(delivered);
    }

    @Override
    public List<String> openTickets() {
        return tickets;
    }

    @Override
    public Optional<Asked> person(String idOrTicket, String idOrNumber) {
        if (!tickets.contains(idOrTicket)) {
            return Optional.empty();
        }
        boolean household = idOrNumber.equals(Finding.HOUSEHOLD) || inquiries.isEmpty();
        return Stream.concat(household ? Stream.of(idOrNumber) : Stream.empty(), named(idOrTicket, idOrNumber))
                .findFirst()
                .map(id -> new Asked(id, isAnswered(idOrTicket, id)));
    }

    private Stream<String> named(String ticket, String idOrNumber) {
        return inquiries.stream()
                .filter(inquiry ->
                        inquiry.earlierTicket().filter(ticket::equals).isPresent()
                                || inquiry.id().equals(ticket))
                .flatMap(inquiry -> inquiry.people().stream())
                .filter(person -> person.id().equals(idOrNumber)
                        || person.field(MemberField.RESIDENT_ID).equals(idOrNumber))
                .map(KitPerson::id);
    }

    private boolean isAnswered(String ticket, String id) {
        return Optional.ofNullable(delivered.get(ticket))
                .filter(finding -> finding.answers().containsKey(id))
                .isPresent();
    }

    @Override
    public DeliveryOutcome deliver(String idOrTicket, Finding finding) {
        boolean again = delivered.put(idOrTicket, finding) != null;
        if (refused.contains(idOrTicket)) {
            throw new HousingException(
                    ErrorCode.BAD_FINDING, "this finding is refused, to see what becomes of the next");
        }
        if (!tickets.contains(idOrTicket)) {
            return DeliveryOutcome.UNKNOWN_INQUIRY;
        }
        return again ? DeliveryOutcome.DUPLICATE : DeliveryOutcome.APPLIED;
    }
}

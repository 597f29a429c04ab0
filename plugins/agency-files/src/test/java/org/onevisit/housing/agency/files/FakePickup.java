package org.onevisit.housing.agency.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.FindingInbox.DeliveryOutcome;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.spi.verification.Pickup;
import org.onevisit.housing.testkit.verification.KitInquiry;
import org.onevisit.housing.testkit.verification.KitPerson;

/** The core's side of collecting: the first answer counts, others are recorded once. It can be killed at a delivery, or fail. */
final class FakePickup implements Pickup {
    final Map<String, Map<String, Answer>> counts = new LinkedHashMap<>();
    final List<Finding> contradictions = new ArrayList<>();
    /** Persons answered for by each delivery that changed something. */
    final List<Set<String>> changes = new ArrayList<>();

    IntPredicate killBefore = call -> false;
    IntPredicate killAfter = call -> false;
    IntPredicate storeDown = call -> false;
    private final Map<String, KitInquiry> inquiries = new LinkedHashMap<>();
    private int calls;

    /** The process is killed here. */
    static final class Kill extends Error {
        private static final long serialVersionUID = 1L;
    }

    FakePickup(KitInquiry... sent) {
        for (KitInquiry inquiry : sent) {
            inquiries.put(inquiry.id(), inquiry);
        }
    }

    int calls() {
        return calls;
    }

    @Override
    public List<String> openTickets() {
        return List.copyOf(inquiries.keySet());
    }

    @Override
    public Optional<Asked> person(String idOrTicket, String idOrNumber) {
        KitInquiry inquiry = inquiries.get(idOrTicket);
        if (inquiry == null) {
            return Optional.empty();
        }
        Map<String, Answer> answered = counts.getOrDefault(idOrTicket, Map.of());
        if (idOrNumber.equals(Finding.HOUSEHOLD)) {
            return Optional.of(new Asked(idOrNumber, answered.containsKey(idOrNumber)));
        }
        return inquiry.people().stream()
                .filter(p -> p.id().equals(idOrNumber)
                        || p.field(MemberField.RESIDENT_ID).equals(idOrNumber))
                .map(KitPerson::id)
                .map(id -> new Asked(id, answered.containsKey(id)))
                .findFirst();
    }

    @Override
    public DeliveryOutcome deliver(String idOrTicket, Finding finding) {
        calls++;
        if (killBefore.test(calls)) {
            throw new Kill();
        }
        if (storeDown.test(calls)) {
            throw new HousingException(ErrorCode.STORE_UNAVAILABLE, "the store is away");
        }
        DeliveryOutcome outcome = take(idOrTicket, finding);
        if (killAfter.test(calls)) {
            throw new Kill();
        }
        return outcome;
    }

    private DeliveryOutcome take(String ticket, Finding finding) {
        KitInquiry inquiry = inquiries.get(ticket);
        if (inquiry == null) {
            return DeliveryOutcome.UNKNOWN_INQUIRY;
        }
        boolean known = finding.answers().keySet().stream()
                .allMatch(id -> id.equals(Finding.HOUSEHOLD)
                        || inquiry.people().stream().anyMatch(p -> p.id().equals(id)));
        if (!known) {
            return DeliveryOutcome.UNKNOWN_PERSON;
        }
        Map<String, Answer> answered = counts.computeIfAbsent(ticket, key -> new LinkedHashMap<>());
        boolean differs = finding.answers().entrySet().stream()
                .anyMatch(e -> answered.containsKey(e.getKey()) && !e.getValue().equals(answered.get(e.getKey())));
        if (differs) {
            if (contradictions.contains(finding)) {
                return DeliveryOutcome.DUPLICATE;
            }
            contradictions.add(finding);
            return DeliveryOutcome.CONTRADICTS;
        }
        if (answered.keySet().containsAll(finding.answers().keySet())) {
            return DeliveryOutcome.DUPLICATE;
        }
        answered.putAll(finding.answers());
        changes.add(finding.answers().keySet());
        return DeliveryOutcome.APPLIED;
    }
}

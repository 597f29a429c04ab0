package org.onevisit.housing.core.engine;

import com.google.common.collect.Sets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.event.Recorded;
import org.onevisit.housing.core.event.VerificationEvents.FindingContradicted;
import org.onevisit.housing.core.event.VerificationEvents.FindingReceived;
import org.onevisit.housing.core.event.VerificationEvents.FindingRecorded;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.journal.Dossier;
import org.onevisit.housing.core.mailbox.Rows;
import org.onevisit.housing.core.rules.Arrivals.FindingArrived;
import org.onevisit.housing.core.rules.Decider;
import org.onevisit.housing.core.rules.Decision;
import org.onevisit.housing.core.rules.Order;
import org.onevisit.housing.core.rules.Setting;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.FindingInbox;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.spi.verification.Pickup;

/** Where findings arrive: exactly once in. The inquiry's id holds the application number; a ticket is looked up. */
final class Inbox implements FindingInbox {
    private final Core core;

    Inbox(Core core) {
        this.core = core;
    }

    @Override
    public DeliveryOutcome deliver(String check, String idOrTicket, Finding finding) {
        return deliver(check, idOrTicket, finding, Optional.empty());
    }

    /** Delivers for an officer, who stands in the journal. */
    DeliveryOutcome deliver(
            String check, String idOrTicket, Finding finding, Optional<org.onevisit.housing.process.Actor> officer) {
        Optional<ApplicationNumber> number = numberOf(check, idOrTicket);
        if (number.isEmpty() || core.state(number.get()).isEmpty()) {
            return DeliveryOutcome.UNKNOWN_INQUIRY;
        }
        core.agencies()
                .profile(check)
                .ifPresent(profile -> org.onevisit.housing.core.call.Findings.require(
                        finding,
                        profile,
                        core.setting(core.state(number.get()).orElseThrow()).today()));
        if (recordedBefore(number.get(), check, idOrTicket, finding)) {
            return DeliveryOutcome.DUPLICATE;
        }
        String stamp = core.agencies().stamp(check).orElse("");
        DeliveryOutcome[] outcome = {DeliveryOutcome.UNKNOWN_INQUIRY};
        core.send(core.letter(number.get(), (state, setting) -> {
            Optional<Slot> slot = state.verification().byName(check, idOrTicket);
            if (slot.isEmpty()) {
                return new Decision(state, List.of());
            }
            if (!knows(slot.get(), finding)) {
                outcome[0] = DeliveryOutcome.UNKNOWN_PERSON;
                return new Decision(state, List.of());
            }
            Decision decision = decide(
                    state, setting, new FindingArrived(check, idOrTicket, finding, setting.now()), officer, stamp);
            outcome[0] = outcome(decision.events());
            return decision;
        }));
        return outcome[0];
    }

    /** Was the same answer recorded before without counting? Such answers stand in the journal only, which is read where there are any. */
    private boolean recordedBefore(ApplicationNumber number, String check, String idOrTicket, Finding finding) {
        Dossier dossier = core.dossier(number);
        State state = dossier.state();
        Optional<Slot> slot = state.verification().byName(check, idOrTicket);
        boolean mayBe = slot.filter(s -> s.flags().contains("CONTRADICTED")).isPresent()
                || !state.step().isOpen();
        if (slot.isEmpty() || !mayBe) {
            return false;
        }
        Set<Event> same = Set.of(
                new FindingContradicted(check, slot.get().inquiry(), finding),
                new FindingRecorded(check, slot.get().inquiry(), finding));
        return core.store().events(number, 0).stream()
                .flatMap(row -> core.journal().open(row, dossier.key()).stream())
                .map(Recorded::event)
                .anyMatch(same::contains);
    }

    /** Whom an agency means: by the id, or by the number that it was told. */
    Optional<Pickup.Asked> person(String check, String idOrTicket, String idOrNumber) {
        Optional<State> state = numberOf(check, idOrTicket).flatMap(core::state);
        Optional<Slot> sent = state.flatMap(s -> s.verification().byName(check, idOrTicket))
                .filter(slot -> slot.calls() > 0 || slot.ticket().isPresent());
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        Slot slot = sent.get();
        String id = state.get().application().household().members().stream()
                .filter(member -> numbered(check, member, idOrNumber))
                .map(Member::id)
                .findFirst()
                .orElse(idOrNumber);
        boolean answered = slot.answers().containsKey(id);
        return answered || slot.asked().contains(id) || id.equals(Finding.HOUSEHOLD)
                ? Optional.of(new Pickup.Asked(id, answered))
                : Optional.empty();
    }

    private boolean numbered(String check, Member member, String number) {
        return core.agencies()
                        .profile(check)
                        .filter(profile -> profile.needs().contains(MemberField.RESIDENT_ID))
                        .isPresent()
                && member.identity().number().equalsIgnoreCase(number.strip());
    }

    private static Decision decide(
            State state,
            Setting setting,
            FindingArrived arrived,
            Optional<org.onevisit.housing.process.Actor> officer,
            String stamp) {
        Decision decision = Decider.decide(state, Order.ofCore(Trigger.FINDING_RECEIVED, arrived, stamp), setting);
        return officer.isEmpty() ? decision : signed(decision, officer.get().id());
    }

    /** The officer's name stands with what the officer did, not with what followed from it. */
    private static Decision signed(Decision decision, String officer) {
        List<Recorded> events = decision.events().stream()
                .map(r -> isFinding(r.event())
                        ? new Recorded(
                                r.event(),
                                new org.onevisit.housing.core.event.Moment(
                                        r.moment().at(), officer, r.moment().stamp()))
                        : r)
                .toList();
        return new Decision(decision.state(), events);
    }

    private static boolean isFinding(Event event) {
        return event.trigger().filter(Trigger.FINDING_RECEIVED::equals).isPresent();
    }

    /** Is everybody whom it answers for asked about, with a signature that holds? */
    private static boolean knows(Slot slot, Finding finding) {
        if (slot.status() == Slot.Status.UNAUTHORISED) {
            return false;
        }
        Set<String> known = Sets.union(Sets.union(slot.asked(), slot.answers().keySet()), Set.of(Finding.HOUSEHOLD));
        return known.containsAll(finding.answers().keySet());
    }

    private static DeliveryOutcome outcome(List<Recorded> events) {
        for (Recorded recorded : events) {
            if (recorded.event() instanceof FindingContradicted) {
                return DeliveryOutcome.CONTRADICTS;
            }
            if (recorded.event() instanceof FindingRecorded) {
                return DeliveryOutcome.LATE;
            }
            if (recorded.event() instanceof FindingReceived received) {
                return received.late() ? DeliveryOutcome.LATE : DeliveryOutcome.APPLIED;
            }
        }
        return DeliveryOutcome.DUPLICATE;
    }

    /** The application of an inquiry's id, or of a ticket. */
    private Optional<ApplicationNumber> numberOf(String check, String idOrTicket) {
        int dot = idOrTicket.indexOf('.');
        if (dot > 0 && idOrTicket.substring(0, dot).matches("[A-Za-z0-9-]{1,43}")) {
            ApplicationNumber number = ApplicationNumber.of(idOrTicket.substring(0, dot));
            if (core.state(number)
                    .flatMap(s -> s.verification().byName(check, idOrTicket))
                    .isPresent()) {
                return Optional.of(number);
            }
        }
        return core.store().find(Rows.ticket(check, idOrTicket)).stream().findFirst();
    }

    /** The application that an inquiry's id names. */
    Optional<Slot> slot(String inquiry) {
        int dot = inquiry.indexOf('.');
        return dot < 1 || !inquiry.substring(0, dot).matches("[A-Za-z0-9-]{1,43}")
                ? Optional.empty()
                : core.state(ApplicationNumber.of(inquiry.substring(0, dot)))
                        .flatMap(s -> s.verification().byInquiry(inquiry));
    }
}

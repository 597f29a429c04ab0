package org.onevisit.housing.core.state;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.spi.verification.Answer;

/** A slot while it is being changed. */
final class SlotDraft {
    private final Slot old;
    private final String agency;
    private final LocalDate openedOn;
    private final DayCount limit;
    Slot.Status status;
    Set<String> asked;
    int calls;
    Optional<Instant> nextTry;
    Optional<String> ticket;
    Optional<LocalDate> expectedBy;
    Map<String, Answer> answers;
    String stamp;
    Slot.Cause cause;
    Set<String> flags;
    Trail trail;

    private SlotDraft(Slot slot) {
        old = slot;
        agency = slot.agency();
        openedOn = slot.openedOn();
        limit = slot.limit();
        status = slot.status();
        asked = slot.asked();
        calls = slot.calls();
        nextTry = slot.nextTry();
        ticket = slot.ticket();
        expectedBy = slot.expectedBy();
        answers = slot.answers();
        stamp = slot.stamp();
        cause = slot.cause();
        flags = slot.flags();
        trail = slot.trail();
    }

    static Slot of(Slot slot, Consumer<SlotDraft> change) {
        SlotDraft draft = new SlotDraft(slot);
        change.accept(draft);
        return draft.slot();
    }

    private Slot slot() {
        return new Slot(
                old.check(),
                agency,
                old.inquiry(),
                status,
                asked,
                openedOn,
                limit,
                calls,
                nextTry,
                ticket,
                expectedBy,
                answers,
                stamp,
                cause,
                flags,
                trail);
    }
}

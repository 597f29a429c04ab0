package org.onevisit.housing.core.state;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The parallel verification of an application (并联核查).
 *
 * @param round counts up whenever slots are opened
 * @param recheckRounds how often a reviewer has sent it back
 * @param slots by check, in the pack's order
 * @param revoked day on which a member's signature was revoked last, by member
 */
public record Verification(int round, int recheckRounds, Map<String, Slot> slots, Map<String, LocalDate> revoked) {
    /** Nothing was asked yet. */
    public static final Verification NONE = new Verification(0, 0, Map.of(), Map.of());

    /** What an earlier release did not write is empty. */
    public Verification {
        revoked = revoked == null ? Map.of() : ImmutableMap.copyOf(revoked);
    }

    /** The slot of an inquiry. */
    public Optional<Slot> byInquiry(String inquiry) {
        return slots.values().stream().filter(s -> s.inquiry().equals(inquiry)).findFirst();
    }

    /** The slot of a check that goes by this inquiry id or ticket. */
    public Optional<Slot> byName(String check, String idOrTicket) {
        return Optional.ofNullable(slots.get(check))
                .filter(s -> s.inquiry().equals(idOrTicket)
                        || s.ticket().filter(idOrTicket::equals).isPresent());
    }

    /** Has every slot settled? */
    public boolean settled() {
        return slots.values().stream().noneMatch(Slot::outstanding);
    }

    /** The verification with these slots opened in a new round. */
    public Verification opened(int newRound, Collection<Slot> opened) {
        Map<String, Slot> all = new LinkedHashMap<>(slots);
        opened.forEach(slot -> all.put(slot.check(), slot));
        return new Verification(newRound, recheckRounds, ImmutableMap.copyOf(all), revoked);
    }

    /** The verification with one slot changed. */
    public Verification changed(String check, UnaryOperator<Slot> change) {
        Map<String, Slot> all = new LinkedHashMap<>(slots);
        all.computeIfPresent(check, (key, slot) -> change.apply(slot));
        return new Verification(round, recheckRounds, ImmutableMap.copyOf(all), revoked);
    }

    /** The verification with every slot changed. */
    public Verification changedAll(UnaryOperator<Slot> change) {
        Map<String, Slot> all = new LinkedHashMap<>();
        slots.forEach((check, slot) -> all.put(check, change.apply(slot)));
        return new Verification(round, recheckRounds, ImmutableMap.copyOf(all), revoked);
    }

    /** The verification after a reviewer sent it back. */
    public Verification recheckCounted() {
        return new Verification(round, recheckRounds + 1, slots, revoked);
    }

    /** The verification without members who have left the household. */
    public Verification without(Set<String> members) {
        return changedAll(slot -> slot.without(members));
    }

    /** The verification with everything that is still to be answered closed: a signature no longer holds. */
    public Verification closed(Slot.Cause why) {
        return changedAll(slot -> slot.outstanding() ? slot.closed(why) : slot);
    }

    /** The verification with everything open that was closed for want of a signature. */
    public Verification authorised(Instant now) {
        return changedAll(slot -> slot.status() == Slot.Status.UNAUTHORISED ? slot.authorised(now) : slot);
    }

    /** The verification after a member's signature was revoked. */
    public Verification revoked(String member, LocalDate day) {
        Map<String, LocalDate> all = new LinkedHashMap<>(revoked);
        all.put(member, day);
        return new Verification(round, recheckRounds, slots, all).closed(Slot.Cause.REVOKED);
    }
}

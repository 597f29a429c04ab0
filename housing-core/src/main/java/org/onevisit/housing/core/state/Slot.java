package org.onevisit.housing.core.state;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.core.state.Trail.Source;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.spi.policy.ProcessRules.CheckRule;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.MemberField;

/**
 * One wanted check of an application.
 *
 * @param check code
 * @param agency code
 * @param inquiry id; holds the application number
 * @param status where it is
 * @param asked persons that are asked about and have not been answered for
 * @param openedOn day from which the agency's limit counts
 * @param limit the agency's limit
 * @param calls how often the agency was called
 * @param nextTry when it is asked again; empty while nothing is to be asked
 * @param ticket what the agency gave
 * @param expectedBy when the agency promised to answer
 * @param answers by person
 * @param stamp plugin and version that answered last
 * @param cause why it is open or unknown, as a code
 * @param flags LATE, CONTRADICTED
 * @param trail what stands behind the answers
 */
public record Slot(
        String check,
        String agency,
        String inquiry,
        Status status,
        Set<String> asked,
        LocalDate openedOn,
        DayCount limit,
        int calls,
        Optional<Instant> nextTry,
        Optional<String> ticket,
        Optional<LocalDate> expectedBy,
        Map<String, Answer> answers,
        String stamp,
        Cause cause,
        Set<String> flags,
        Trail trail) {
    /** What an earlier release did not write is empty. */
    public Slot {
        trail = trail == null ? Trail.NONE : trail;
    }

    /** Where a slot is. */
    public enum Status {
        /** A signature is missing: never sent. */
        UNAUTHORISED,
        /** To be asked, or to be asked again. */
        OPEN,
        /** A ticket was given. */
        PROMISED,
        /** Answered for everybody. */
        ANSWERED,
        /** Not answered by its deadline. */
        OVERDUE
    }

    /** Why a slot is open or unknown. */
    public enum Cause {
        /** Nothing is wrong. */
        NONE,
        /** No plugin supplies the check. */
        NOT_INSTALLED,
        /** The agency could not be reached. */
        UNREACHABLE,
        /** The plugin failed. */
        FAILED,
        /** The agency promised and has not answered. */
        PROMISED,
        /** The agency left somebody out. */
        PARTIAL,
        /** A signature is missing. */
        NOT_AUTHORISED,
        /** A signature was revoked. */
        REVOKED
    }

    /** A slot that opens: nobody has been asked yet. Without every signature it stays closed. */
    public static Slot opening(
            CheckRule rule, String inquiry, Set<String> persons, LocalDate day, Optional<Instant> now) {
        return new Slot(
                rule.check(),
                rule.agency(),
                inquiry,
                now.isPresent() ? Status.OPEN : Status.UNAUTHORISED,
                ImmutableSet.copyOf(persons),
                day,
                rule.limit(),
                0,
                now,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                "",
                now.isPresent() ? Cause.NONE : Cause.NOT_AUTHORISED,
                Set.of(),
                Trail.NONE);
    }

    /** Is it still to be waited for? */
    public boolean outstanding() {
        return status == Status.UNAUTHORISED || status == Status.OPEN || status == Status.PROMISED;
    }

    /** Is its agency asked: may it be called, and is an answer taken? */
    public boolean asking() {
        return status == Status.OPEN || status == Status.PROMISED;
    }

    /** Is the agency to be called at this moment? */
    public boolean toAsk(Instant now) {
        return asking() && nextTry.map(t -> !t.isAfter(now)).orElse(false);
    }

    /** The slot after the agency was called and gave a ticket. */
    public Slot promised(String newTicket, LocalDate by, Optional<Instant> again, String plugin) {
        return SlotDraft.of(this, slot -> {
            slot.status = Status.PROMISED;
            slot.calls++;
            slot.nextTry = again;
            slot.ticket = Optional.of(newTicket);
            slot.expectedBy = Optional.of(by);
            slot.stamp = plugin;
            slot.cause = Cause.PROMISED;
        });
    }

    /** The slot after a call that brought nothing. */
    public Slot postponed(Cause why, Instant again) {
        return SlotDraft.of(this, slot -> {
            slot.calls += why == Cause.NOT_INSTALLED || why == Cause.NONE ? 0 : 1;
            slot.nextTry = Optional.of(again);
            slot.cause = why;
        });
    }

    /** The slot whose call has to wait; nobody was called. */
    public Slot withheld(Cause why, Instant again) {
        return SlotDraft.of(this, slot -> {
            slot.nextTry = Optional.of(again);
            slot.cause = why;
        });
    }

    /** The slot whose agency was told these fields. */
    public Slot disclosed(Set<MemberField> fields) {
        return SlotDraft.of(this, slot -> slot.trail = trail.told(fields));
    }

    /** The slot after answers came; the first answer for a person counts. */
    public Slot answered(Finding finding, Instant again, boolean late, String plugin) {
        Map<String, Answer> given = finding.answers();
        Map<String, Answer> all = new LinkedHashMap<>(given);
        all.putAll(answers);
        Set<String> left = given.containsKey(Household.SUBJECT) && given.size() == 1 && asked.isEmpty()
                ? Set.of()
                : ImmutableSet.copyOf(Sets.difference(asked, all.keySet()));
        boolean whole = left.isEmpty();
        return SlotDraft.of(this, slot -> {
            slot.status = whole ? Status.ANSWERED : late ? Status.OVERDUE : Status.OPEN;
            slot.asked = left;
            slot.calls++;
            slot.nextTry = whole || late ? Optional.empty() : Optional.of(again);
            slot.answers = ImmutableMap.copyOf(all);
            slot.stamp = plugin;
            slot.cause = whole ? Cause.NONE : Cause.PARTIAL;
            slot.flags = late ? flagsWith("LATE") : flags;
            slot.trail = trail.from(sources(finding, plugin));
        });
    }

    /** What is to be noted of where answers came from: an end that the agency set, and another version that answered before. */
    private Map<String, Source> sources(Finding finding, String plugin) {
        Map<String, Source> noted = new LinkedHashMap<>();
        if (!stamp.equals(plugin)) {
            answers.keySet().stream()
                    .filter(person -> !trail.sources().containsKey(person))
                    .forEach(person -> noted.put(person, source(person)));
        }
        if (finding.validUntil().isPresent()) {
            Sets.difference(finding.answers().keySet(), answers.keySet())
                    .forEach(person -> noted.put(person, new Source(inquiry, plugin, finding.validUntil(), false)));
        }
        return noted;
    }

    /** Where the answer for a person came from. */
    public Source source(String person) {
        Source noted = trail.sources().get(person);
        return noted == null ? new Source(inquiry, stamp, Optional.empty(), false) : noted;
    }

    /** The slot with answers that are known already; their persons are not asked about. */
    public Slot knowing(Map<String, Answer> known, Map<String, Source> sources) {
        ImmutableSet<String> left = ImmutableSet.copyOf(Sets.difference(asked, known.keySet()));
        Map<String, Answer> all = new LinkedHashMap<>(answers);
        all.putAll(known);
        return SlotDraft.of(this, slot -> {
            slot.asked = left;
            slot.answers = ImmutableMap.copyOf(all);
            slot.trail = trail.from(sources);
            if (left.isEmpty()) {
                slot.status = Status.ANSWERED;
                slot.nextTry = Optional.empty();
                slot.cause = Cause.NONE;
            }
        });
    }

    /** The slot without persons who have left the household. */
    public Slot without(Set<String> persons) {
        ImmutableSet<String> left = ImmutableSet.copyOf(Sets.difference(asked, persons));
        Map<String, Answer> kept = new LinkedHashMap<>(answers);
        kept.keySet().removeAll(persons);
        boolean done = left.isEmpty() && !asked.isEmpty();
        return SlotDraft.of(this, slot -> {
            slot.asked = left;
            slot.answers = ImmutableMap.copyOf(kept);
            slot.trail = trail.without(persons);
            if (done) {
                slot.status = Status.ANSWERED;
                slot.nextTry = Optional.empty();
                slot.cause = Cause.NONE;
            }
        });
    }

    /** The slot as it would be if these answers counted. */
    public Slot supposing(Map<String, Answer> given) {
        Map<String, Answer> all = new LinkedHashMap<>(answers);
        all.putAll(given);
        return SlotDraft.of(this, slot -> slot.answers = ImmutableMap.copyOf(all));
    }

    /** The slot with a mark, and answers that were recorded and do not count. */
    public Slot flagged(String flag, Map<String, Answer> aside) {
        return SlotDraft.of(this, slot -> {
            slot.flags = flagsWith(flag);
            slot.trail = trail.aside(aside);
        });
    }

    /** The slot with answers that were recorded and do not count. */
    public Slot recorded(Map<String, Answer> aside) {
        return SlotDraft.of(this, slot -> slot.trail = trail.aside(aside));
    }

    /** The slot after its deadline. */
    public Slot overdue() {
        return SlotDraft.of(this, slot -> {
            slot.status = Status.OVERDUE;
            slot.nextTry = Optional.empty();
        });
    }

    /** The slot after the missing signature came. */
    public Slot authorised(Instant now) {
        return SlotDraft.of(this, slot -> {
            slot.status = Status.OPEN;
            slot.nextTry = Optional.of(now);
            slot.cause = Cause.NONE;
        });
    }

    /** The slot whose signatures no longer hold: nobody is called, and no answer is taken. */
    public Slot closed(Cause why) {
        return SlotDraft.of(this, slot -> {
            slot.status = Status.UNAUTHORISED;
            slot.nextTry = Optional.empty();
            slot.cause = why;
        });
    }

    private ImmutableSet<String> flagsWith(String flag) {
        return ImmutableSet.<String>builder().addAll(flags).add(flag).build();
    }
}

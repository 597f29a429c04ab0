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
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.spi.verification.Answer;

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
        Set<String> flags) {

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
        NOT_AUTHORISED
    }

    /** Is it still to be waited for? */
    public boolean outstanding() {
        return status == Status.UNAUTHORISED || status == Status.OPEN || status == Status.PROMISED;
    }

    /** Is the agency to be called at this moment? */
    public boolean toAsk(Instant now) {
        return (status == Status.OPEN || status == Status.PROMISED)
                && nextTry.map(t -> !t.isAfter(now)).orElse(false);
    }

    /** The slot after the agency was called and gave a ticket. */
    public Slot promised(String newTicket, LocalDate by, Optional<Instant> again, String plugin) {
        return new Slot(
                check,
                agency,
                inquiry,
                Status.PROMISED,
                asked,
                openedOn,
                limit,
                calls + 1,
                again,
                Optional.of(newTicket),
                Optional.of(by),
                answers,
                plugin,
                Cause.PROMISED,
                flags);
    }

    /** The slot after a call that brought nothing. */
    public Slot postponed(Cause why, Instant again) {
        return new Slot(
                check,
                agency,
                inquiry,
                status,
                asked,
                openedOn,
                limit,
                why == Cause.NOT_INSTALLED || why == Cause.NONE ? calls : calls + 1,
                Optional.of(again),
                ticket,
                expectedBy,
                answers,
                stamp,
                why,
                flags);
    }

    /** The slot after answers came; the first answer for a person counts. */
    public Slot answered(Map<String, Answer> given, Instant again, boolean late, String plugin) {
        Map<String, Answer> all = new LinkedHashMap<>(given);
        all.putAll(answers);
        Set<String> left = given.containsKey(Household.SUBJECT) && given.size() == 1 && asked.isEmpty()
                ? Set.of()
                : ImmutableSet.copyOf(Sets.difference(asked, all.keySet()));
        boolean whole = left.isEmpty();
        Set<String> marks =
                late ? ImmutableSet.<String>builder().addAll(flags).add("LATE").build() : flags;
        Status next = whole ? Status.ANSWERED : late ? Status.OVERDUE : Status.OPEN;
        return new Slot(
                check,
                agency,
                inquiry,
                next,
                left,
                openedOn,
                limit,
                calls + 1,
                whole || late ? Optional.empty() : Optional.of(again),
                ticket,
                expectedBy,
                ImmutableMap.copyOf(all),
                plugin,
                whole ? Cause.NONE : Cause.PARTIAL,
                marks);
    }

    /** The slot with a mark. */
    public Slot flagged(String flag) {
        return new Slot(
                check,
                agency,
                inquiry,
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
                ImmutableSet.<String>builder().addAll(flags).add(flag).build());
    }

    /** The slot after its deadline. */
    public Slot overdue() {
        return new Slot(
                check,
                agency,
                inquiry,
                Status.OVERDUE,
                asked,
                openedOn,
                limit,
                calls,
                Optional.empty(),
                ticket,
                expectedBy,
                answers,
                stamp,
                cause,
                flags);
    }

    /** The slot after the missing signature came. */
    public Slot authorised(Instant now) {
        return new Slot(
                check,
                agency,
                inquiry,
                Status.OPEN,
                asked,
                openedOn,
                limit,
                calls,
                Optional.of(now),
                ticket,
                expectedBy,
                answers,
                stamp,
                Cause.NONE,
                flags);
    }
}

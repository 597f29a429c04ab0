package org.onevisit.housing.core.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.state.Hearing;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.state.State.Flag;
import org.onevisit.housing.core.state.Trail;
import org.onevisit.housing.core.state.Verification;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.MemberField;

/** What happens in stage 2, 项目核查, and whenever an agency answers. */
public final class VerificationEvents {
    private VerificationEvents() {}

    /** Slots were opened: every check that is wanted, or those that are to be asked again. */
    public record SlotsOpened(int round, List<Slot> slots) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.empty();
        }

        @Override
        public List<String> outcomes() {
            return slots.stream().map(Slot::check).toList();
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.verification().opened(round, slots));
        }
    }

    /** An agency was told these fields of these persons: with the first call, or because a version needs more than was told before. */
    public record InquirySent(String check, String inquiry, Set<String> persons, Set<MemberField> fields, boolean kept)
            implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.empty();
        }

        @Override
        public List<String> outcomes() {
            return List.of(check);
        }

        @Override
        public State change(State state, Moment moment) {
            return kept ? changed(state, check, slot -> slot.disclosed(fields)) : state;
        }
    }

    /** The agency gave a ticket. */
    public record InquiryPromised(String check, String ticket, LocalDate expectedBy, Optional<Instant> again)
            implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.empty();
        }

        @Override
        public List<String> outcomes() {
            return List.of(check);
        }

        @Override
        public State change(State state, Moment moment) {
            return changed(state, check, slot -> slot.promised(ticket, expectedBy, again, moment.stamp()));
        }
    }

    /** A call brought nothing; it is asked again. */
    public record InquiryPostponed(String check, Slot.Cause cause, Instant again, boolean withheld) implements Event {
        /** After a call. */
        public InquiryPostponed(String check, Slot.Cause cause, Instant again) {
            this(check, cause, again, false);
        }

        @Override
        public Optional<Trigger> trigger() {
            return Optional.empty();
        }

        @Override
        public List<String> outcomes() {
            return List.of(check, cause.name());
        }

        @Override
        public State change(State state, Moment moment) {
            return changed(state, check, slot -> withheld ? slot.withheld(cause, again) : slot.postponed(cause, again));
        }
    }

    /** A finding that counts. */
    public record FindingReceived(String check, String inquiry, Finding finding, boolean late, Instant again)
            implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.FINDING_RECEIVED);
        }

        @Override
        public List<String> facts() {
            return factNames(finding.answers());
        }

        @Override
        public List<String> outcomes() {
            return late ? List.of(check, "LATE") : List.of(check);
        }

        @Override
        public State change(State state, Moment moment) {
            State next = changed(state, check, slot -> slot.answered(finding, again, late, moment.stamp()));
            State flagged = late ? next.with(Flag.LATE_FINDING) : next;
            return late && !state.step().isOpen() ? flagged.with(Flag.NEW_EVIDENCE) : flagged;
        }
    }

    /** A finding that differs from the one that counts: recorded and flagged. */
    public record FindingContradicted(String check, String inquiry, Finding finding) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.FINDING_RECEIVED);
        }

        @Override
        public List<String> facts() {
            return factNames(finding.answers());
        }

        @Override
        public List<String> outcomes() {
            return List.of(check, "CONTRADICTS");
        }

        @Override
        public State change(State state, Moment moment) {
            State next = changed(state, check, slot -> slot.flagged("CONTRADICTED", finding.answers()))
                    .with(Flag.CONTRADICTION);
            return state.step().isOpen() ? next : next.with(Flag.NEW_EVIDENCE);
        }
    }

    /** A finding after the end of an application: recorded only. */
    public record FindingRecorded(String check, String inquiry, Finding finding) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.FINDING_RECEIVED);
        }

        @Override
        public List<String> facts() {
            return factNames(finding.answers());
        }

        @Override
        public List<String> outcomes() {
            return List.of(check, "RECORDED");
        }

        @Override
        public State change(State state, Moment moment) {
            return changed(state, check, slot -> slot.recorded(finding.answers()))
                    .with(Flag.LATE_FINDING);
        }
    }

    /** Findings of another application are used again (结果互认): these persons are not asked about. */
    public record FindingRecognised(
            String check, String inquiry, Map<String, Answer> answers, Map<String, Trail.Source> sources)
            implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.empty();
        }

        @Override
        public List<String> facts() {
            return factNames(answers);
        }

        @Override
        public List<String> outcomes() {
            return List.of(check);
        }

        @Override
        public State change(State state, Moment moment) {
            return changed(state, check, slot -> slot.knowing(answers, sources));
        }
    }

    /** The agency's limit is over. */
    public record SlotOverdue(String check, Slot.Cause cause) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.SLOT_OVERDUE);
        }

        @Override
        public List<String> outcomes() {
            return List.of(check, cause.name());
        }

        @Override
        public State change(State state, Moment moment) {
            return changed(state, check, Slot::overdue);
        }
    }

    /** Every slot has settled. */
    public record ChecksSettled(List<String> gaps) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.CHECKS_SETTLED);
        }

        @Override
        public List<String> outcomes() {
            return gaps;
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.hearing().reviewAnew());
        }
    }

    /** A late finding flips the verdict: the panel decides again. */
    public record VerdictChanged() implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.VERDICT_CHANGED);
        }

        @Override
        public State change(State state, Moment moment) {
            Hearing anew = state.hearing().panelAnew();
            return state.with(anew).with(state.publicity().down());
        }
    }

    private static State changed(State state, String check, java.util.function.UnaryOperator<Slot> change) {
        Verification next = state.verification().changed(check, change);
        return state.with(next);
    }

    private static List<String> factNames(Map<String, Answer> answers) {
        TreeSet<String> names = new TreeSet<>();
        for (Answer answer : answers.values()) {
            if (answer instanceof Answer.Facts facts) {
                facts.facts().keySet().forEach(key -> names.add(key.name()));
            }
        }
        return List.copyOf(names);
    }
}

package org.onevisit.housing.core.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.state.Award;
import org.onevisit.housing.core.state.Publicity;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.state.State.Flag;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.process.Command.Vote.Choice;
import org.onevisit.housing.view.ApplicationView.Ballot;
import org.onevisit.housing.view.ApplicationView.Objection;
import org.onevisit.housing.view.ApplicationView.Opinion;

/** What happens in stages 3 and 4, 街道审核 and 联审公示. */
public final class DecisionEvents {
    private DecisionEvents() {}

    /** An officer of the subdistrict endorsed. */
    public record Endorsed(String reasons) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.ENDORSE);
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.hearing().with(new Opinion(moment.actor(), true, reasons, moment.at())));
        }
    }

    /** An officer of the subdistrict opposed. */
    public record Opposed(String reasons) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.OPPOSE);
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.hearing().with(new Opinion(moment.actor(), false, reasons, moment.at())));
        }
    }

    /** As many officers have spoken as the pack wants. */
    public record OpinionComplete(boolean opposed) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.OPINION_COMPLETE);
        }

        @Override
        public List<String> outcomes() {
            return List.of(opposed ? "OPPOSED" : "ENDORSED");
        }

        @Override
        public State change(State state, Moment moment) {
            State next = state.with(state.hearing().panelAnew());
            return opposed ? next.with(Flag.OPPOSED) : next.without(Flag.OPPOSED);
        }
    }

    /** A reviewer has checks asked again. */
    public record Rechecked(Set<String> checks, String reasons) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.RECHECK);
        }

        @Override
        public List<String> outcomes() {
            return checks.stream().sorted().toList();
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.verification().recheckCounted());
        }
    }

    /** A seat voted. */
    public record Voted(String seat, Choice choice, String reasons) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.VOTE);
        }

        @Override
        public List<String> outcomes() {
            return List.of(seat, choice.name());
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.hearing().with(new Ballot(seat, choice, reasons, moment.at())));
        }
    }

    /** The panel agrees: the notice is composed. */
    public record PanelAgreed(Publicity.Notice notice, Explanation explanation) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.PANEL_AGREES);
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.publicity().with(notice)).decidedBy(explanation);
        }
    }

    /** The panel refuses, citing criteria or an objection. */
    public record PanelRefused(List<String> cited, Explanation explanation) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.PANEL_REFUSES);
        }

        @Override
        public List<String> outcomes() {
            return cited;
        }

        @Override
        public Optional<String> paper() {
            return Optional.of("decision");
        }

        @Override
        public State change(State state, Moment moment) {
            return state.decidedBy(explanation);
        }
    }

    /** The panel sends it back to the subdistrict. */
    public record PanelReturned() implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.PANEL_RETURNS);
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.hearing().reviewAnew());
        }
    }

    /** An outlet shows the notice. */
    public record NoticePosted(String outlet, LocalDate firstDay, LocalDate lastDay, DayCount period) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.NOTICE_POSTED);
        }

        @Override
        public List<String> outcomes() {
            return List.of(outlet);
        }

        @Override
        public State change(State state, Moment moment) {
            Publicity.Notice old = state.publicity().notice().orElseThrow();
            return state.with(state.publicity().with(old.shown(firstDay, lastDay, period)));
        }
    }

    /** Posting failed; it is tried again. */
    public record PostingPostponed(java.time.Instant again) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.empty();
        }

        @Override
        public State change(State state, Moment moment) {
            Publicity.Notice old = state.publicity().notice().orElseThrow();
            return state.with(state.publicity().with(old.postponed(again)));
        }
    }

    /** Somebody objected. */
    public record ObjectionRaised(String id, String name, String contact, String reasons) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.OBJECTION_RAISED);
        }

        @Override
        public List<String> outcomes() {
            return List.of(id);
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.publicity()
                    .with(new Objection(id, name, contact, reasons, moment.at(), Objection.Ruling.OPEN, "")));
        }
    }

    /** A notice is open again while an earlier objection has no ruling yet: it is still to be looked into. */
    public record ObjectionsCarriedOver(List<String> ids) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.OBJECTION_RAISED);
        }

        @Override
        public List<String> outcomes() {
            return ids;
        }

        @Override
        public State change(State state, Moment moment) {
            return state;
        }
    }

    /** The chair dismissed an objection. */
    public record ObjectionDismissed(String id, String reasons) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.OBJECTION_DISMISSED);
        }

        @Override
        public List<String> outcomes() {
            return List.of(id);
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.publicity().ruled(id, Objection.Ruling.DISMISSED, reasons));
        }
    }

    /** The last objection was dismissed; the notice runs on, or anew. */
    public record ObjectionsCleared(LocalDate firstDay, LocalDate lastDay) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.OBJECTIONS_CLEARED);
        }

        @Override
        public State change(State state, Moment moment) {
            Publicity.Notice old = state.publicity().notice().orElseThrow();
            return state.with(state.publicity()
                    .with(old.shown(firstDay, lastDay, old.period().orElseThrow())));
        }
    }

    /** The chair upheld an objection: the notice comes down and the panel decides again. */
    public record ObjectionUpheld(String id, String reasons) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.OBJECTION_UPHELD);
        }

        @Override
        public List<String> outcomes() {
            return List.of(id);
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.publicity()
                            .ruled(id, Objection.Ruling.UPHELD, reasons)
                            .down())
                    .with(state.hearing().upholding(id));
        }
    }

    /** The notice period is over without an open objection: approved, and the award opens. */
    public record NoticeExpired(Award award) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.NOTICE_EXPIRED);
        }

        @Override
        public Optional<String> paper() {
            return Optional.of("decision");
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.publicity().down()).with(award);
        }
    }
}

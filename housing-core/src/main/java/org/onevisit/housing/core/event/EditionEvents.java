package org.onevisit.housing.core.event;

import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.policy.EditionId;

/** What becomes of an open application when another edition is in force. */
public final class EditionEvents {
    private EditionEvents() {}

    /** Another edition judges the application from now on. */
    public record EditionChanged(
            EditionId from, EditionId to, String clause, Verdict before, Verdict after, String reasons)
            implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.empty();
        }

        @Override
        public List<String> outcomes() {
            return codes(clause, from, to, before, after);
        }

        /** Ballots that were cast under the old edition count no more. */
        @Override
        public State change(State state, Moment moment) {
            State changed = state.judgedBy(to, to, false);
            boolean voted =
                    state.step() == Step.VOTING && !state.hearing().ballots().isEmpty();
            return voted ? changed.with(state.hearing().panelAnew()) : changed;
        }
    }

    /** Another edition was considered, and the one that judges the application was kept. */
    public record EditionKept(
            EditionId kept, EditionId offered, String clause, Verdict before, Verdict after, String reasons)
            implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.empty();
        }

        @Override
        public List<String> outcomes() {
            return codes(clause, kept, offered, before, after);
        }

        @Override
        public State change(State state, Moment moment) {
            return state.judgedBy(kept, offered, false);
        }
    }

    /** Another edition is in force, and a person has to decide whether it judges the application. */
    public record EditionOffered(EditionId from, EditionId to, Verdict before, Verdict after) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.empty();
        }

        @Override
        public List<String> outcomes() {
            return codes("MANUAL", from, to, before, after);
        }

        @Override
        public State change(State state, Moment moment) {
            return state.judgedBy(from, to, true);
        }
    }

    /** What an edition says of an application on the facts at hand; the amount is sealed. */
    public record Verdict(Met overall, Optional<Money> monthly) {}

    /** The clause, both editions with the beginning of their hashes, and eligibility before and after. */
    private static List<String> codes(String clause, EditionId from, EditionId to, Verdict before, Verdict after) {
        return List.of(
                clause,
                name(from),
                name(to),
                before.overall().name(),
                after.overall().name());
    }

    private static String name(EditionId id) {
        return id + " " + id.sha256();
    }
}

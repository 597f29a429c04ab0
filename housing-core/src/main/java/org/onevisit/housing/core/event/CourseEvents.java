package org.onevisit.housing.core.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.state.State.Flag;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Command.Discontinue.Cause;

/** What can happen in several stages: amendments, pauses, an extension, the ends that are no decision. */
public final class CourseEvents {
    private CourseEvents() {}

    /** The dossier was corrected; the touched slots are opened by the event that follows. */
    public record Amended(Application application, Division routedTo, Set<String> touched, String reasons)
            implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.AMEND);
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(application)
                    .routed(routedTo)
                    .with(state.publicity().down());
        }
    }

    /** The clock was stopped. */
    public record Paused(String reason, String text) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.PAUSE);
        }

        @Override
        public List<String> outcomes() {
            return List.of(reason);
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.timeline().paused(moment.at(), reason));
        }
    }

    /** The clock runs again. */
    public record Resumed() implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.RESUME);
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.timeline().resumed(moment.at()));
        }
    }

    /** The longest pause for its reason is over: the clock runs again. */
    public record PauseLimitReached() implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.PAUSE_LIMIT_REACHED);
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.timeline().resumed(moment.at()));
        }
    }

    /** The limit was extended. */
    public record Extended(String reasons) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.EXTEND);
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(Flag.EXTENDED);
        }
    }

    /** The applicant withdrew it. */
    public record Withdrawn(String reasons) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.WITHDRAW);
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.publicity().down());
        }
    }

    /** It was discontinued. */
    public record Discontinued(Cause cause, String reasons) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.DISCONTINUE);
        }

        @Override
        public List<String> outcomes() {
            return List.of(cause.name());
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.publicity().down());
        }
    }

    /** A refusal is reconsidered; a limit of its own counts from {@code from}. */
    public record Reconsidered(LocalDate from, String reasons) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.RECONSIDER);
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.timeline().accepted(from)).with(Flag.RECONSIDERED);
        }
    }
}

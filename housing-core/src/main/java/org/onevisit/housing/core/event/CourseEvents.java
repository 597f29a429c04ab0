package org.onevisit.housing.core.event;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.state.State.Flag;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.process.Command.Discontinue.Cause;
import org.onevisit.housing.spi.calendar.Deadline;

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
            ImmutableSet<String> left =
                    Sets.difference(ids(state.application()), ids(application)).immutableCopy();
            State next =
                    left.isEmpty() ? state : state.with(state.verification().without(left));
            return next.with(application)
                    .routed(routedTo)
                    .with(state.publicity().down());
        }
    }

    private static Set<String> ids(Application application) {
        return application.household().members().stream().map(Member::id).collect(Collectors.toSet());
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
            return state.with(state.timeline().accepted(from))
                    .with(Flag.RECONSIDERED)
                    .without(Flag.NEW_EVIDENCE)
                    .with(state.outbox().without("decision"));
        }
    }

    /** The calendar was amended: running limits end on other days, or what was provisional is firm. What was told before is kept. */
    public record DeadlinesMoved(String calendar, List<Moved> moved) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.empty();
        }

        /** The calendar's edition, then each limit with its old and its new end. */
        @Override
        public List<String> outcomes() {
            return Stream.concat(Stream.of(calendar), moved.stream().map(Moved::toString))
                    .toList();
        }

        @Override
        public State change(State state, Moment moment) {
            Map<String, LocalDate> kept = new HashMap<>(state.timeline().kept());
            State next = state;
            for (Moved move : moved) {
                LocalDate day = move.to().day();
                if (move.kept()) {
                    kept.put(move.limit(), day);
                } else {
                    kept.remove(move.limit());
                }
                next = switch (move.limit()) {
                    case "notice" -> next.with(next.publicity().until(day));
                    case "review" -> next.with(next.award().orElseThrow().dueOn(day));
                    default -> next;
                };
            }
            return next.with(state.timeline().keeping(kept));
        }
    }

    /**
     * A limit that ends on another day, or on the same one that is no longer provisional.
     *
     * @param limit its name
     * @param from as it was told
     * @param to as it is now
     * @param kept did the amendment come too late to end it as early as the calendar says?
     */
    public record Moved(String limit, Deadline from, Deadline to, boolean kept) {
        /** For example {@code case:2027-01-04?>2027-01-04}; a question mark says that a day is provisional. */
        @Override
        public String toString() {
            return limit + ":" + text(from) + ">" + text(to);
        }

        private static String text(Deadline end) {
            return end.provisional() ? end.day() + "?" : end.day().toString();
        }
    }
}

package org.onevisit.housing.core.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.state.Outbox;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.spi.intake.IntakeChannel.Delivery;

/** What becomes of the papers that an applicant is handed. They leave the application's step alone. */
public final class PaperEvents {
    private PaperEvents() {}

    /** The channel has handed a paper over, or it lies ready there. */
    public record PaperDelivered(String kind, Delivery delivery) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.empty();
        }

        @Override
        public List<String> outcomes() {
            return List.of(kind, delivery.name());
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.outbox().without(kind));
        }
    }

    /** A paper is not handed over yet; it is tried again, at `again` or when the channel is installed. */
    public record PaperPostponed(String kind, Outbox.Cause cause, Optional<Instant> again) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.empty();
        }

        @Override
        public List<String> outcomes() {
            return List.of(kind, cause.name());
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.outbox().changed(kind, paper -> paper.postponed(cause, again)));
        }
    }
}

package org.onevisit.housing.core.event;

import java.util.Optional;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.state.State;

/** The last thing that can happen to an application. */
public final class ErasureEvents {
    private ErasureEvents() {}

    /** Its content was destroyed; why is sealed under the county's key. */
    public record Erased(String reasons) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.empty();
        }

        /** There is no state after it. */
        @Override
        public State change(State state, Moment moment) {
            return state;
        }
    }
}

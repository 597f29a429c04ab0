package org.onevisit.housing.core.rules;

import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.process.Actor;

/** What one trigger brings about, once step and actor are right. */
interface Rule {
    /**
     * The events that it brings about, in order.
     *
     * @throws org.onevisit.housing.process.HousingException if the guard or the payload refuses it
     */
    List<Event> decide(State state, Order order, Setting setting);

    /** Why it cannot be done now whatever the payload, so that a page can say so before anybody tries. */
    default Optional<Refusal> guard(State state, Optional<Actor> actor, Setting setting) {
        return Optional.empty();
    }
}

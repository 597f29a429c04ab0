package org.onevisit.housing.core.event;

import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.state.State;

/** Something that happened to an application. Immutable; the content is sealed in the journal. */
public interface Event {
    /** The trigger it pulled; empty when it moves nothing. */
    Optional<Trigger> trigger();

    /** What it changes. The step is changed by {@link Fold}, from the flow table. */
    State change(State state, Moment moment);

    /** Kind of the paper for the applicant that it brings into being. */
    default Optional<String> paper() {
        return Optional.empty();
    }

    /** Names of facts that it brought; they stand in the clear header. */
    default List<String> facts() {
        return List.of();
    }

    /** Outcome codes; they stand in the clear header. */
    default List<String> outcomes() {
        return List.of();
    }
}

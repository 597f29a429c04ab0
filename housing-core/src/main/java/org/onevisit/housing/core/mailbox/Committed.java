package org.onevisit.housing.core.mailbox;

import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.event.Recorded;
import org.onevisit.housing.core.state.State;

/**
 * What was committed for one application; effects leave after it.
 *
 * @param before state before; empty for a new application
 * @param after state now
 * @param events in order
 * @param lastPosition position of the last event in the journal
 */
public record Committed(Optional<State> before, State after, List<Recorded> events, long lastPosition) {}

package org.onevisit.housing.core.rules;

import java.util.List;
import org.onevisit.housing.core.event.Recorded;
import org.onevisit.housing.core.state.State;

/**
 * What an order comes to.
 *
 * @param state after it
 * @param events in order; empty when nothing changes
 */
public record Decision(State state, List<Recorded> events) {}

package org.onevisit.housing.core.engine;

import java.util.Optional;
import org.onevisit.housing.core.call.AgencyCalls;
import org.onevisit.housing.core.call.Collections;
import org.onevisit.housing.core.call.Deliveries;
import org.onevisit.housing.core.call.HandIns;
import org.onevisit.housing.core.call.Postings;
import org.onevisit.housing.core.state.State;

/**
 * Everything for which plugins are called.
 *
 * @param agencies are asked
 * @param collections fetch answers
 * @param postings show notices
 * @param deliveries hand papers over
 * @param handIns fetch applications
 */
record Errands(
        AgencyCalls agencies, Collections collections, Postings postings, Deliveries deliveries, HandIns handIns) {
    /** Runs what a state asks for now. */
    void follow(Optional<State> before, State after) {
        deliveries.follow(after);
        agencies.ask(after);
        postings.follow(before, after);
    }
}

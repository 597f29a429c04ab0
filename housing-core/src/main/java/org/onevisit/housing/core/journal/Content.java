package org.onevisit.housing.core.journal;

import org.onevisit.housing.core.state.Dates;
import org.onevisit.housing.core.state.State;

/**
 * What was sealed in the row of an application before it was made of parts; it is read, and never written.
 *
 * @param state the fold of its journal
 * @param dates what was told of its limits
 */
record Content(State state, Dates dates) {}

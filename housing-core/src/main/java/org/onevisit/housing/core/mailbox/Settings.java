package org.onevisit.housing.core.mailbox;

import org.onevisit.housing.core.rules.Setting;
import org.onevisit.housing.core.state.State;

/** Gives the setting in which a state is judged now: its edition's rules, the calendar, the clock. */
@FunctionalInterface
public interface Settings {
    /** The setting for a state, at this moment. */
    Setting of(State state);
}

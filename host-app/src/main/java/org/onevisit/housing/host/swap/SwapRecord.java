package org.onevisit.housing.host.swap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A change as it went, to be printed and kept. Holds no personal data.
 *
 * @param plan what was executed
 * @param options how
 * @param operator who began it
 * @param confirmedBy the second operator; empty where none was needed or none has come yet
 * @param state how far it has come
 * @param began when, by the host's clock
 * @param ended when; empty while it goes on
 * @param reason why it was refused or returned; empty otherwise
 * @param lines what happened, a line each
 */
public record SwapRecord(
        Plan plan,
        SwapOptions options,
        String operator,
        String confirmedBy,
        State state,
        Instant began,
        Optional<Instant> ended,
        String reason,
        List<String> lines) {
    /** Copies the list. */
    public SwapRecord {
        lines = List.copyOf(lines);
    }

    /** How far a change has come. */
    public enum State {
        /** A second operator has to confirm it. */
        AWAITING_CONFIRMATION,
        /** It is being checked whether what the plan counted still stands. */
        CHECKING,
        /** Only checked: the plan could be executed. */
        CHECKED,
        /** The new version serves beside the old one. */
        RUNNING,
        /** Done: the new version serves, the old one has gone. */
        DONE,
        /** Refused: nothing has changed. */
        REFUSED,
        /** The new version did not hold up: the old one serves, the new one has gone. */
        RETURNED
    }

    /** Is it over without having changed anything? Then the plan may be executed again. */
    public boolean nothingChanged() {
        return state == State.REFUSED || state == State.CHECKED;
    }

    /** Is it over? */
    public boolean over() {
        return ended.isPresent();
    }
}

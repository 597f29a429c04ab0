package org.onevisit.housing.core.call;

import java.util.List;
import java.util.function.BiFunction;
import org.onevisit.housing.core.rules.Decision;
import org.onevisit.housing.core.rules.Setting;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.ApplicationNumber;

/** How what calls bring gets into the mailbox. */
public interface Post {
    /** Lays something in an application's mailbox; {@code after} is run when it is on disk. */
    void lay(ApplicationNumber number, BiFunction<State, Setting, Decision> decide, Runnable after);

    /** Commits what was laid down. */
    void pump();

    /** The state as it stands. */
    java.util.Optional<State> state(ApplicationNumber number);

    /** The state as it stood a moment ago: what this host did is in it, what another did within the last second may not be. */
    java.util.Optional<State> recent(ApplicationNumber number);

    /** The setting of a state, now. */
    Setting setting(State state);

    /** May anything be decided or published now? Not while the journal has gone without a checkpoint for too long. */
    boolean mayDecide();

    /** This moment, by the engine's clock. */
    java.time.Instant now();

    /** Applications that wait for these agencies or checks. */
    List<ApplicationNumber> waitingFor(String agency);
}

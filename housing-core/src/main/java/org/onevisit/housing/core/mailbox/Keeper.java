package org.onevisit.housing.core.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.onevisit.housing.core.event.Recorded;
import org.onevisit.housing.core.state.State;

/** What a mailbox asks of the engine that it belongs to. */
public interface Keeper {
    /** This moment. */
    Instant now();

    /** Does work on this thread, for which it is that moment. All of one commit happens at one. */
    <T> T at(Instant moment, Supplier<T> work);

    /** What happens with a state that is about to be written and is to be on disk with it. Called while nothing else is written. */
    List<Recorded> alongside(State after);

    /** Told of each commit, after the senders were answered; plugins are called from here. */
    void committed(List<Committed> done);
}

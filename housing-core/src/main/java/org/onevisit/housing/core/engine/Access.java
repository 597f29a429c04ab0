package org.onevisit.housing.core.engine;

import java.util.List;
import org.onevisit.housing.core.rules.Authority;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.spi.store.AccessRow;

/** Readings: who may read is checked, and the reading is on disk before the data leave. */
final class Access {
    private final Core core;
    private final Actor actor;

    Access(Core core, Actor actor) {
        this.core = core;
        this.actor = actor;
    }

    /** Refuses whoever may not read, and records whoever may. */
    void read(State state, String what) {
        Authority.requireRead(actor, state);
        record(List.of(state), what);
    }

    /** Records that an actor read something of these applications. */
    void record(List<State> states, String what) {
        List<AccessRow> rows = states.stream()
                .map(s -> new AccessRow(core.now(), actor.id(), actor.role().name(), s.number(), what))
                .toList();
        if (!rows.isEmpty()) {
            core.store().recordAccess(rows);
        }
    }
}

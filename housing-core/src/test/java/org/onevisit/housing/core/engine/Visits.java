package org.onevisit.housing.core.engine;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.core.event.Fold;
import org.onevisit.housing.core.event.Recorded;
import org.onevisit.housing.core.flow.FlowTable;
import org.onevisit.housing.core.flow.FlowTable.Row;
import org.onevisit.housing.core.journal.Dossier;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.ApplicationNumber;

/** Rows of the flow that applications went over, as their journals tell. */
final class Visits {
    private final Set<Row> visited = new HashSet<>();

    /** Replays one application's journal. */
    void replay(Core core, ApplicationNumber number) {
        Dossier dossier = core.dossier(number);
        Optional<State> state = Optional.empty();
        for (var event : core.store().events(number, 0)) {
            for (Recorded recorded : core.journal().open(event, dossier.key())) {
                state.ifPresent(before -> recorded.event()
                        .trigger()
                        .flatMap(trigger -> FlowTable.row(before.step(), trigger))
                        .ifPresent(visited::add));
                state = Optional.of(
                        state.map(before -> Fold.apply(before, recorded)).orElseGet(() -> Fold.begin(recorded)));
            }
        }
        if (!state.equals(Optional.of(dossier.state()))) {
            throw new AssertionError("the journal of " + number + " does not lead to what is known");
        }
        Dossier stored = core.journal().open(core.store().load(number).orElseThrow());
        if (!stored.state().equals(dossier.state())
                || !stored.dates().equals(dossier.dates())
                || stored.sequence() != dossier.sequence()) {
            throw new AssertionError("the row of " + number + " does not open to what is known");
        }
    }

    Set<Row> rows() {
        return visited;
    }
}

package org.onevisit.housing.host.demo.run;

import java.util.List;
import java.util.Optional;
import org.onevisit.housing.host.demo.people.Draws;
import org.onevisit.housing.host.demo.people.Flaw;
import org.onevisit.housing.host.demo.run.Script.Twist.Kind;

/** Writes the scripts of a run. Every share is invented, in parts of a thousand. */
final class ScriptWriter {
    private static final int ARRIVAL_DAYS = 15;
    private static final int LAST_DAYS = 8;
    private static final int LATE_ARRIVALS = 35;
    private final Tempo tempo;
    private final int workingDays;

    /** For a run of so many working days. */
    ScriptWriter(Tempo tempo, int workingDays) {
        this.tempo = tempo;
        this.workingDays = workingDays;
    }

    Script write(Draws draws) {
        int arrives = arrives(draws);
        Flaw flaw = draws.weighted(List.of(Flaw.values()), 825, 80, 40, 30, 25);
        return new Script(arrives, flaw, window(draws, flaw), offices(draws), life(draws));
    }

    /** Nearly all come in the first weeks, some every day; a few come when the run is nearly over, and stay open. */
    private int arrives(Draws draws) {
        int first = Math.min(ARRIVAL_DAYS, Math.max(1, workingDays / 3));
        int last = Math.min(LAST_DAYS, workingDays);
        return draws.happens(LATE_ARRIVALS) ? workingDays - draws.between(1, last) : draws.between(0, first - 1);
    }

    private Script.Window window(Draws draws, Flaw flaw) {
        boolean notCompetent = draws.happens(25) && flaw == Flaw.NONE;
        Optional<Integer> after = draws.happens(250) ? Optional.empty() : Optional.of(draws.between(1, 8));
        return new Script.Window(tempo.window(draws), notCompetent, after, draws.happens(850));
    }

    private Script.Offices offices(Draws draws) {
        return new Script.Offices(
                tempo.subdistrict(draws), draws.happens(30), draws.happens(30), tempo.panel(draws), draws.happens(25));
    }

    private Script.Life life(Draws draws) {
        Kind kind = draws.weighted(List.of(Kind.values()), 880, 25, 25, 20, 25, 25);
        Script.Twist twist = new Script.Twist(kind, draws.between(1, 6), draws.between(2, 12));
        Script.Objection objection = new Script.Objection(draws.between(1, 5), draws.happens(300), tempo.chair(draws));
        return new Script.Life(
                twist,
                draws.happens(50) ? Optional.of(objection) : Optional.empty(),
                draws.happens(200) ? Optional.of(draws.between(1, 10)) : Optional.empty(),
                draws.happens(900) ? Optional.of(draws.between(1, 15)) : Optional.empty());
    }
}

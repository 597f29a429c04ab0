package org.onevisit.housing.benchmark.work;

import java.util.List;

/** An engine that does the work, over one fresh store. Safe for every thread. */
public interface Contender extends AutoCloseable {
    /**
     * Takes an application from its start to the beginning of its hold, on the caller's thread. Each step comes back when it is as
     * durable as the store makes it.
     *
     * @param index of the application, from 0; never twice in one store
     * @return its name
     */
    String toHold(int index, StepTimes times);

    /** The hold of these is over: finishes them, with the clients that there are. */
    void finish(List<String> held, Clients clients, StepTimes times);

    /** Where an application stands, as the store has it. */
    Standing standing(String name);

    @Override
    void close();

    /** Where an application stands. */
    enum Standing {
        /** The store does not have it. */
        MISSING,
        /** Somewhere before its hold. */
        UNDERWAY,
        /** All answers and decisions are there, and the hold runs. */
        HELD,
        /** Finished, and everything that was answered is in its history. */
        FINISHED
    }
}

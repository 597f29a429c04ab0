package org.onevisit.housing.core.rules;

/** Where new names come from: random ones, or seeded ones for a simulation. Safe for every thread. */
public interface Ids {
    /** A code for a receipt: ten Crockford characters and a check character. */
    String receipt();

    /** A name for a notice or an objection: not guessable, no application number. */
    String item();
}

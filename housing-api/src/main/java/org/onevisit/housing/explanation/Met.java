package org.onevisit.housing.explanation;

/** Outcome of a criterion in three values (Kleene): an unknown decides only what no other part decides already. */
public enum Met {
    /** Met. */
    MET,
    /** Not met. */
    NOT_MET,
    /** Cannot be told: a fact is missing. */
    UNKNOWN;

    /** Met or not. */
    public static Met of(boolean met) {
        return met ? MET : NOT_MET;
    }

    /** Both. One that is not met settles it. */
    public Met and(Met other) {
        if (this == NOT_MET || other == NOT_MET) {
            return NOT_MET;
        }
        return this == MET && other == MET ? MET : UNKNOWN;
    }

    /** Either. One that is met settles it. */
    public Met or(Met other) {
        return not().and(other.not()).not();
    }

    /** The opposite; the opposite of unknown is unknown. */
    public Met not() {
        return switch (this) {
            case MET -> NOT_MET;
            case NOT_MET -> MET;
            case UNKNOWN -> UNKNOWN;
        };
    }
}

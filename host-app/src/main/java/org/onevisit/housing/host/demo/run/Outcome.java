package org.onevisit.housing.host.demo.run;

import org.onevisit.housing.process.Step;

/** What became of a household; each is in exactly one. */
public enum Outcome {
    /** Refused whole at the window; nothing was stored. */
    MALFORMED,
    /** A member is in another open application. */
    DUPLICATES_PREVENTED,
    /** Declined at the window. */
    NOT_ACCEPTED,
    /** Not made good in time. */
    LAPSED,
    /** Withdrawn by the applicant. */
    WITHDRAWN,
    /** Discontinued. */
    DISCONTINUED,
    /** Refused by the panel. */
    REFUSED,
    /** Granted. */
    APPROVED,
    /** Not at an end when the run was over. */
    OPEN;

    /** The outcome of an application that was received. */
    static Outcome of(Step step) {
        return step.isOpen() ? OPEN : valueOf(step.name());
    }
}

package org.onevisit.housing.process;

import java.util.Locale;

/** What an actor may do to an application or an award. */
public enum Action {
    /** Accept it: the working days of the case begin. */
    ACCEPT,
    /** Ask once for everything that is missing. */
    REQUEST_MAKE_GOOD,
    /** Hand in what was missing. */
    MAKE_GOOD,
    /** Decline it. */
    DECLINE,
    /** Hand in signatures that were missing. */
    AUTHORISE,
    /** Revoke a member's signature. */
    REVOKE_AUTHORISATION,
    /** Endorse it, as an officer of the subdistrict. */
    ENDORSE,
    /** Oppose it, as an officer of the subdistrict. */
    OPPOSE,
    /** Have named checks asked again. */
    RECHECK,
    /** Vote, as a member of the panel. */
    VOTE,
    /** Object to a notice. */
    OBJECT,
    /** Dismiss an objection. */
    DISMISS_OBJECTION,
    /** Uphold an objection. */
    UPHOLD_OBJECTION,
    /** Have a refusal reconsidered. */
    RECONSIDER,
    /** Correct the dossier. */
    AMEND,
    /** Stop the clock for a reason on the pack's list. */
    PAUSE,
    /** Let the clock run again. */
    RESUME,
    /** Extend the limit, once. */
    EXTEND,
    /** Withdraw it. */
    WITHDRAW,
    /** Discontinue it. */
    DISCONTINUE,
    /** File the annual review of an award. */
    FILE_REVIEW,
    /** Report a change of the household to an award. */
    REPORT_CHANGE,
    /** End an award. */
    END;

    /** The name in a URL, for example {@code request-make-good}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

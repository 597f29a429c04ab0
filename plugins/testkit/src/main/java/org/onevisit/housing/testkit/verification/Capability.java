package org.onevisit.housing.testkit.verification;

/**
 * What a check and its agency can do. Each is expected unless {@link AgencyCheckContract#lacks()} denies it aloud; the contract
 * then holds the check to the denial.
 */
public enum Capability {
    /** The agency may answer within the call. Denied: every reply is a promise. */
    ANSWERS_NOW,
    /** The agency may promise an answer for later. Denied: every reply is a finding. */
    PROMISES_LATER,
    /** The check fetches promised answers by itself. Denied: {@code collect} delivers nothing. */
    COLLECTS,
    /** The agency may say what makes no sense. Denied: nothing is heard from an agency within the call. */
    MAY_ANSWER_GARBAGE,
    /** The agency may be out of reach. Denied: nobody is asked within the call, so the check always replies. */
    MAY_BE_DOWN,
    /** The agency may keep a call waiting. Denied: a call ends within a second, even an interrupted one. */
    MAY_HANG
}

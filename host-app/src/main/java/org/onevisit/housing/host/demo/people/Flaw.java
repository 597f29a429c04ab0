package org.onevisit.housing.host.demo.people;

/** What is wrong with a submission, on purpose. */
public enum Flaw {
    /** Nothing. */
    NONE,
    /** A paper is missing: it is received, and can be made good. */
    MISSING_PAPER,
    /** A signature is missing: it is received, and can be made good. */
    MISSING_SIGNATURE,
    /** A member is in another open application: refused, to prevent a duplicate. */
    MEMBER_ELSEWHERE,
    /** The text is not well-formed: refused, nothing is stored. */
    MALFORMED
}

package org.onevisit.housing.process;

/** What went wrong. A code is never used for anything else. */
public enum ErrorCode {
    /** The submission is malformed; every error is listed. */
    MALFORMED_SUBMISSION("HS-0101", Kind.MALFORMED, Blame.CALLER),
    /** A field that the format does not have. */
    UNKNOWN_FIELD("HS-0102", Kind.MALFORMED, Blame.CALLER),
    /** A field that must be there is missing. */
    MISSING_FIELD("HS-0103", Kind.MALFORMED, Blame.CALLER),
    /** A field has the wrong JSON type. */
    WRONG_TYPE("HS-0104", Kind.MALFORMED, Blame.CALLER),
    /** A text is none of the values allowed. */
    UNKNOWN_VALUE("HS-0105", Kind.MALFORMED, Blame.CALLER),
    /** A text is too long, too short or has characters that are not allowed. */
    BAD_TEXT("HS-0106", Kind.MALFORMED, Blame.CALLER),
    /** The text is not JSON. */
    NOT_JSON("HS-0107", Kind.MALFORMED, Blame.CALLER),
    /** The same field stands twice in one object. */
    DUPLICATE_FIELD("HS-0108", Kind.MALFORMED, Blame.CALLER),
    /** A list has too many or too few entries. */
    BAD_SIZE("HS-0109", Kind.MALFORMED, Blame.CALLER),
    /** The request as a whole is larger than is taken. */
    TOO_LARGE("HS-0110", Kind.TOO_LARGE, Blame.CALLER),
    /** The check digit of an identity number does not fit. */
    ID_CHECK_DIGIT("HS-0111", Kind.MALFORMED, Blame.CALLER),
    /** An identity number has the wrong shape. */
    ID_SHAPE("HS-0112", Kind.MALFORMED, Blame.CALLER),
    /** The birth date in an identity number is no date, or in the future. */
    ID_BIRTH_DATE("HS-0113", Kind.MALFORMED, Blame.CALLER),
    /** A date or time is none, or out of range. */
    BAD_DATE("HS-0114", Kind.MALFORMED, Blame.CALLER),
    /** A division code has the wrong shape or is outside the county. */
    BAD_DIVISION("HS-0115", Kind.MALFORMED, Blame.CALLER),
    /** Two entries have the same id or the same identity number. */
    DUPLICATE_ENTRY("HS-0121", Kind.MALFORMED, Blame.CALLER),
    /** A reference names nobody. */
    DANGLING_REFERENCE("HS-0122", Kind.MALFORMED, Blame.CALLER),
    /** There is not exactly one SELF, or it is not the applicant, or the relations contradict. */
    BAD_RELATION("HS-0123", Kind.MALFORMED, Blame.CALLER),
    /** A minor has no guardian, or the guardian is no adult member. */
    MISSING_GUARDIAN("HS-0124", Kind.MALFORMED, Blame.CALLER),
    /** A signature is not by the member, nor by a minor's guardian. */
    BAD_SIGNATURE("HS-0125", Kind.MALFORMED, Blame.CALLER),
    /** A member is in another open application or award. */
    MEMBER_CLAIMED("HS-0201", Kind.CONFLICT, Blame.CALLER),
    /** The action does not fit the step. */
    ILLEGAL_TRANSITION("HS-0203", Kind.CONFLICT, Blame.CALLER),
    /** What the action needs is missing: papers, signatures, reasons. */
    EVIDENCE_MISSING("HS-0204", Kind.INCOMPLETE, Blame.CALLER),
    /** The application has changed since it was read. */
    STALE_REVISION("HS-0205", Kind.STALE, Blame.CALLER),
    /** The idempotency key was used for another request. */
    KEY_REUSED("HS-0206", Kind.INCOMPLETE, Blame.CALLER),
    /** The panel cannot decide so. */
    PANEL_BOUND("HS-0207", Kind.CONFLICT, Blame.CALLER),
    /** Spoken or voted already. */
    ALREADY_SPOKEN("HS-0208", Kind.CONFLICT, Blame.CALLER),
    /** An argument of a command is wrong. */
    BAD_ARGUMENT("HS-0209", Kind.MALFORMED, Blame.CALLER),
    /** The application may not be erased yet. */
    NOT_ERASABLE("HS-0210", Kind.CONFLICT, Blame.CALLER),
    /** The actor's role or scope does not allow it. */
    FORBIDDEN("HS-0301", Kind.FORBIDDEN, Blame.CALLER),
    /** Nobody is signed in, or the sign-in is over. */
    NOT_SIGNED_IN("HS-0302", Kind.UNAUTHENTICATED, Blame.CALLER),
    /** There is none by that name. */
    NOT_FOUND("HS-0303", Kind.NOT_FOUND, Blame.CALLER),
    /** Too often. */
    TOO_MANY_REQUESTS("HS-0304", Kind.TOO_MANY, Blame.CALLER),
    /** The application's content was destroyed; its journal stays. */
    ERASED("HS-0305", Kind.GONE, Blame.CALLER),
    /** A finding breaks the profile of its check. */
    BAD_FINDING("HS-0401", Kind.MALFORMED, Blame.MODULE),
    /** A pack, plugin or configuration is refused. */
    REFUSED_MODULE("HS-0402", Kind.MALFORMED, Blame.MODULE),
    /** A policy could not be computed. */
    POLICY_FAILED("HS-0403", Kind.UNAVAILABLE, Blame.MODULE),
    /** An agency could not be asked. */
    AGENCY_UNREACHABLE("HS-0451", Kind.UNAVAILABLE, Blame.AGENCY),
    /** The store cannot be written or read. */
    STORE_UNAVAILABLE("HS-0501", Kind.UNAVAILABLE, Blame.SITE),
    /** The site is not set up: no pack, another host on the folder, a missing key file. */
    SITE_NOT_READY("HS-0502", Kind.UNAVAILABLE, Blame.SITE),
    /** Checkpoints of the journal have failed for too long: nothing is decided until they are written again. */
    LEDGER_NOT_COVERED("HS-0503", Kind.UNAVAILABLE, Blame.SITE),
    /** A defect of the product. */
    INTERNAL("HS-0901", Kind.INTERNAL, Blame.CORE);

    private final String code;
    private final Kind kind;
    private final Blame blame;

    ErrorCode(String code, Kind kind, Blame blame) {
        this.code = code;
        this.kind = kind;
        this.blame = blame;
    }

    /** What a caller can do about it, in groups; a host maps them to its protocol. */
    public enum Kind {
        /** Wrong form: correct it. */
        MALFORMED,
        /** Larger than is taken. */
        TOO_LARGE,
        /** Sign in. */
        UNAUTHENTICATED,
        /** Not yours. */
        FORBIDDEN,
        /** Not there. */
        NOT_FOUND,
        /** There no more, for good. */
        GONE,
        /** Does not fit the state. */
        CONFLICT,
        /** Read again. */
        STALE,
        /** Something has to be supplied first. */
        INCOMPLETE,
        /** Wait. */
        TOO_MANY,
        /** Try again later. */
        UNAVAILABLE,
        /** Report it. */
        INTERNAL
    }

    /** The code that people quote, for example {@code HS-0203}. */
    public String code() {
        return code;
    }

    /** What a caller can do about it. */
    public Kind kind() {
        return kind;
    }

    /** Whom to ring. */
    public Blame blame() {
        return blame;
    }
}

package org.onevisit.housing.spi.verification;

/** A field of a member that a check may ask for. What it did not declare it cannot read. */
public enum MemberField {
    /** Name as on the identity card. */
    NAME,
    /** Number of the identity document, 18 characters. */
    RESIDENT_ID,
    /** Day of birth, ISO. */
    BIRTH_DATE,
    /** MALE or FEMALE. */
    SEX,
    /** Relation to the applicant. */
    RELATION,
    /** Marital status as declared. */
    MARITAL_STATUS,
    /** Division of the household register as declared. */
    REGISTER_DIVISION
}

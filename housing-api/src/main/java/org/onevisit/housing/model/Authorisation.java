package org.onevisit.housing.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A member's signature that lets agencies be asked about them (授权书). Legal base: Interim Measures for Social Assistance,
 * article 58; Personal Information Protection Law, articles 29 and 31.
 *
 * @param member id of the member who may be asked about
 * @param purpose what for; {@link #HOUSING_SECURITY_VERIFICATION}
 * @param signedBy id of the member who signed: the same, or the guardian of a minor
 * @param signedOn day of the signature
 * @param document id of the form that carries it
 */
public record Authorisation(String member, String purpose, String signedBy, LocalDate signedOn, String document) {
    /** Verification for housing security (住房保障核查). */
    public static final String HOUSING_SECURITY_VERIFICATION = "HOUSING_SECURITY_VERIFICATION";

    /** Checks that nothing is null. */
    public Authorisation {
        requireNonNull(member, "member");
        requireNonNull(purpose, "purpose");
        requireNonNull(signedBy, "signedBy");
        requireNonNull(signedOn, "signedOn");
        requireNonNull(document, "document");
    }

    /** Did somebody else sign, as guardian? */
    public boolean byGuardian() {
        return !member.equals(signedBy);
    }
}

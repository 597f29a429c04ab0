package org.onevisit.housing.spi.verification;

import static java.util.Objects.requireNonNull;

/** Nobody answered: the agency could not be asked. Not a "no". The message holds no personal data. */
public final class AgencyUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String agency;

    /** Says which agency and why. */
    public AgencyUnreachableException(String agency, String reason) {
        super(agency + ": " + reason);
        this.agency = requireNonNull(agency, "agency");
    }

    /** Says which agency and why, with the cause. */
    public AgencyUnreachableException(String agency, String reason, Throwable cause) {
        super(agency + ": " + reason, cause);
        this.agency = requireNonNull(agency, "agency");
    }

    /** Code of the agency. */
    public String agency() {
        return agency;
    }
}

package org.onevisit.housing.core.mailbox;

import org.onevisit.housing.model.ApplicationNumber;

/** A member is in another open application or award. */
public final class ClaimedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String token;
    private final transient ApplicationNumber holder;

    ClaimedException(String token, ApplicationNumber holder) {
        super("a member is claimed by another application");
        this.token = token;
        this.holder = holder;
    }

    /** The claim. */
    public String token() {
        return token;
    }

    /** Which application holds it. */
    public ApplicationNumber holder() {
        return holder;
    }
}

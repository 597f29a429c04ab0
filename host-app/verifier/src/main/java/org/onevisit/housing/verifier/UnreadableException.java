package org.onevisit.housing.verifier;

/** The store cannot be read at a place: damaged, or no store at all. */
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says where and why. */
    public UnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}

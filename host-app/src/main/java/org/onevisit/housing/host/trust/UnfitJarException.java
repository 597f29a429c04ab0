package org.onevisit.housing.host.trust;

/** A file that no host takes in, whoever signed it, and why. */
public final class UnfitJarException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitJarException(String reason) {
        super(reason);
    }

    UnfitJarException(String reason, Throwable cause) {
        super(reason, cause);
    }
}

package org.onevisit.housing.host.trust;

/** Why a signature does not count. */
final class DistrustException extends Exception {
    private static final long serialVersionUID = 1L;

    DistrustException(String reason) {
        super(reason);
    }

    DistrustException(String reason, Throwable cause) {
        super(reason, cause);
    }
}

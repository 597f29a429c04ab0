package org.onevisit.housing.host.trust;

/** Why a signature does not count. */
final class DistrustException extends Exception {
    private static final long serialVersionUID = 1L;
    private final Distrust kind;

    DistrustException(Distrust kind, String reason) {
        super(reason);
        this.kind = kind;
    }

    DistrustException(Distrust kind, String reason, Throwable cause) {
        super(reason, cause);
        this.kind = kind;
    }

    Distrust kind() {
        return kind;
    }
}

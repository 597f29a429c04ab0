package org.onevisit.housing.host.rest;

import java.time.Duration;

/** Asked too often; says when to come again. */
final class ThrottledException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Duration wait;

    ThrottledException(Duration wait) {
        super("asked too often; come again later");
        this.wait = wait;
    }

    /** Whole seconds to wait, at least one. */
    long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}

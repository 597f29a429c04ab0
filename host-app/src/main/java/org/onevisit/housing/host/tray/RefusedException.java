package org.onevisit.housing.host.tray;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.trust.Distrust;
import org.onevisit.housing.host.trust.Verdict;

/** A file that is not taken in, and why. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final @Nullable Distrust distrust;

    RefusedException(String reason) {
        super(reason);
        distrust = null;
    }

    /** A file that is not trusted. */
    RefusedException(Verdict verdict) {
        super(verdict.reason());
        distrust = verdict.distrust().orElse(null);
    }

    RefusedException(String reason, Throwable cause) {
        super(reason, cause);
        distrust = null;
    }

    /** What kind of reason there is not to trust it; empty when it was refused for another reason. */
    public Optional<Distrust> distrust() {
        return Optional.ofNullable(distrust);
    }
}

package org.onevisit.housing.host.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which modules a host takes in. */
public enum Trust {
    /** Only those that are signed by somebody trusted; unless something else is said. */
    SIGNED,
    /** Any; for development, and reachable from this machine only. */
    UNSIGNED;

    /** The setting by its word. */
    public static Optional<Trust> of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}

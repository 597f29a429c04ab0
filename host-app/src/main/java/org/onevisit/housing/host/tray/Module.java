package org.onevisit.housing.host.tray;

import static java.util.Objects.requireNonNull;

/**
 * A plugin or pack that came in through a tray and is installed.
 *
 * @param name symbolic name
 * @param version version
 * @param sha256 of its content, hexadecimal; also the name of the copy
 * @param kind plugin or pack
 * @param beside a pack that takes effect later leaves the edition in force beside it
 */
public record Module(String name, String version, String sha256, Kind kind, boolean beside) {
    /** Checks that nothing is null. */
    public Module {
        requireNonNull(name, "name");
        requireNonNull(version, "version");
        requireNonNull(sha256, "sha256");
        requireNonNull(kind, "kind");
    }

    /** What it is. */
    public enum Kind {
        /** Code that answers questions. */
        PLUGIN,
        /** A county's policy as data. */
        PACK
    }
}

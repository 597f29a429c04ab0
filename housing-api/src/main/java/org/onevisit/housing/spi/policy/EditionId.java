package org.onevisit.housing.spi.policy;

import static java.util.Objects.requireNonNull;

/**
 * Which edition: what people call it, and the hash that pins it.
 *
 * @param pack name of the pack, for example {@code pinghu}
 * @param version for example {@code 2026.1}
 * @param sha256 hash of the content, 64 lower-case hexadecimal digits
 */
public record EditionId(String pack, String version, String sha256) {
    /** Checks the hash. */
    public EditionId {
        requireNonNull(pack, "pack");
        requireNonNull(version, "version");
        if (!requireNonNull(sha256, "sha256").matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a SHA-256 has 64 lower-case hexadecimal digits");
        }
    }

    /** Pack and version. */
    @Override
    public String toString() {
        return pack + " " + version;
    }
}

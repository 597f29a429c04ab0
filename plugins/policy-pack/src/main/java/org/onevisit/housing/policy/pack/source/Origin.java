package org.onevisit.housing.policy.pack.source;

import static java.util.Objects.requireNonNull;

/**
 * Where a value stands.
 *
 * @param file file, or entry of a bundle
 * @param layer pack that the file holds
 * @param line line, from 1; 0 when no file is at hand, as in an edition that was restored
 */
public record Origin(String file, String layer, int line) {
    /** Checks that nothing is null. */
    public Origin {
        requireNonNull(file, "file");
        requireNonNull(layer, "layer");
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}

package org.onevisit.housing.exchange;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Which files are whole: those with a marker, {@code FILE.ok}; and unless only markers count, those that did not change between two looks
 * a while apart.
 */
final class Wholeness {
    /** How the name of a marker ends. */
    static final String ENDING = ".ok";

    private final boolean markerOnly;
    private final Duration quiet;
    private final LongSupplier nanos;
    private final Map<Path, Look> looks = new HashMap<>();

    Wholeness(boolean markerOnly, Duration quiet, LongSupplier nanos) {
        this.markerOnly = markerOnly;
        this.quiet = quiet;
        this.nanos = nanos;
    }

    private record Look(String stamp, long at) {}

    static Path marker(Path file) {
        return file.resolveSibling(file.getFileName() + ENDING);
    }

    boolean isWhole(Path file, String stamp) {
        if (SafeFiles.isPlain(marker(file))) {
            return true;
        }
        Look before = looks.get(file);
        if (before == null || !before.stamp().equals(stamp)) {
            looks.put(file, new Look(stamp, nanos.getAsLong()));
            return false;
        }
        return !markerOnly && nanos.getAsLong() - before.at() >= quiet.toNanos();
    }

    /** Forgets all files but these. */
    void only(Collection<Path> files) {
        looks.keySet().retainAll(files);
    }
}

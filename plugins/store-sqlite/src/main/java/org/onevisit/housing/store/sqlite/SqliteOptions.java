package org.onevisit.housing.store.sqlite;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Where and how an embedded store keeps its content.
 *
 * @param file the database; made if it is missing, with its folder
 * @param synchronous what an acknowledged step survives
 * @param nativeFolder where the native part of SQLite is unpacked: a folder that may be written and executed from
 */
public record SqliteOptions(Path file, Synchronous synchronous, Path nativeFolder) {
    /** Makes the paths absolute. */
    public SqliteOptions {
        file = file.toAbsolutePath().normalize();
        requireNonNull(synchronous, "synchronous");
        nativeFolder = nativeFolder.toAbsolutePath().normalize();
    }

    /** The file, safe against a power cut, with the native part unpacked beside it. */
    public static SqliteOptions of(Path file) {
        return new SqliteOptions(file, Synchronous.FULL, beside(file));
    }

    /** The same with another durability. */
    public SqliteOptions with(Synchronous other) {
        return new SqliteOptions(file, other, nativeFolder);
    }

    /** The folder for the native part that goes with a file. */
    static Path beside(Path file) {
        return file.toAbsolutePath().resolveSibling("native");
    }
}

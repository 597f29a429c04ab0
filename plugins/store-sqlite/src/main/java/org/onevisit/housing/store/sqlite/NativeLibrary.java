package org.onevisit.housing.store.sqlite;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.onevisit.housing.spi.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Loads the native part of SQLite from a folder that we choose: the system's temporary folder may forbid execution. The driver
 * takes the folder from a system property and loads once per class loader, so the property is set for that moment only; one that
 * the operator has set is left alone.
 */
final class NativeLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
    private static final String FOLDER = "org.sqlite.tmpdir";
    private static boolean loaded;

    private NativeLibrary() {}

    static synchronized void load(Path folder) {
        if (loaded) {
            return;
        }
        boolean ours = System.getProperty(FOLDER) == null;
        try {
            Files.createDirectories(folder);
            removeLeftovers(folder);
            if (ours) {
                System.setProperty(FOLDER, folder.toString());
            }
            SQLiteJDBCLoader.initialize();
            loaded = true;
        } catch (Exception e) { // the driver declares no narrower one
            String message = "the native part of SQLite could not be unpacked to %s and loaded from there;"
                    + " set nativeFolder to a folder that the host may write to and that is not mounted noexec";
            throw new StoreException(message.formatted(folder), e);
        } finally {
            if (ours) {
                System.clearProperty(FOLDER);
            }
        }
    }

    /** A process that was killed could not take its copy away. */
    private static void removeLeftovers(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "sqlite-*sqlitejdbc*")) {
            for (Path file : files) {
                removeIfPossible(file);
            }
        }
    }

    private static void removeIfPossible(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("{} is in use and stays", file, e);
        }
    }
}

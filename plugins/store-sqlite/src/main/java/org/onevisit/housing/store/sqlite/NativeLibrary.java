package org.onevisit.housing.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.onevisit.housing.spi.store.StoreException;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Loads the native part of SQLite from a folder that we choose: the system's temporary folder may forbid execution. The driver
 * takes the folder from a system property and loads once per class loader, so the property is set for that moment only; one that
 * the operator has set is left alone.
 */
final class NativeLibrary {
    private static final String FOLDER = "org.sqlite.tmpdir";

    private NativeLibrary() {}

    static synchronized void load(Path folder) {
        boolean ours = System.getProperty(FOLDER) == null;
        try {
            Files.createDirectories(folder);
            if (ours) {
                System.setProperty(FOLDER, folder.toString());
            }
            SQLiteJDBCLoader.initialize();
        } catch (IOException e) {
            throw trouble(folder, e);
        } catch (Exception e) { // the driver declares no narrower one
            throw trouble(folder, e);
        } finally {
            if (ours) {
                System.clearProperty(FOLDER);
            }
        }
    }

    private static StoreException trouble(Path folder, Exception cause) {
        String message = "the native part of SQLite could not be unpacked to %s and loaded from there;"
                + " set nativeFolder to a folder that the host may write to and that is not mounted noexec";
        return new StoreException(message.formatted(folder), cause);
    }
}

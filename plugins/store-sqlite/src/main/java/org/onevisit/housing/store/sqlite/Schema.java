package org.onevisit.housing.store.sqlite;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.onevisit.housing.spi.store.StoreException;
import org.onevisit.housing.store.jdbc.Scripts;
import org.onevisit.housing.store.jdbc.Session;

/**
 * The tables, version by version. {@code schema-N.sql} leads from version N-1 to N; the file knows its version in {@code
 * user_version} and that it is ours in {@code application_id}.
 */
final class Schema {
    /** The version that this code reads and writes. */
    static final int VERSION = 2;

    private static final Scripts SCRIPTS = new Scripts(Schema.class);

    /** "OVHS". */
    private static final int OURS = 0x4f564853;

    private final Path file;

    Schema(Path file) {
        this.file = file;
    }

    /** Refuses a file that is not ours or newer than this code; changes nothing. */
    void check(Session session) throws SQLException {
        long owner = session.number("PRAGMA application_id");
        boolean empty = owner == 0 && session.number("SELECT count(*) FROM sqlite_master") == 0;
        if (owner != OURS && !empty) {
            throw refusal("is the database of another program; set file to another path");
        }
        long version = session.number("PRAGMA user_version");
        if (version > VERSION) {
            String message = "has version %d, this program reads up to %d; start the newer program that wrote it,"
                    + " or restore a backup made before the upgrade";
            throw refusal(message.formatted(version, VERSION));
        }
    }

    /** Brings the file to this version; the caller has opened a transaction. */
    void migrate(Session session) throws SQLException {
        for (long next = session.number("PRAGMA user_version") + 1; next <= VERSION; next++) {
            SCRIPTS.run(next, session);
            session.run("PRAGMA user_version = " + next);
            session.run("PRAGMA application_id = " + OURS);
        }
    }

    private StoreException refusal(String reason) {
        return new StoreException(
                "the store file %s %s".formatted(file, reason), new FileSystemException(file.toString()));
    }
}

package org.onevisit.housing.store.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import org.onevisit.housing.spi.store.StoreException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns what SQLite says into what an operator can do. */
final class Trouble {
    private static final int PRIMARY = 0xff;

    private Trouble() {}

    static StoreException with(Path file, SQLException cause) {
        return new StoreException("the store file %s %s".formatted(file, advice(cause)), cause);
    }

    private static String advice(SQLException cause) {
        int code = cause instanceof SQLiteException sqlite ? sqlite.getResultCode().code & PRIMARY : -1;
        if (is(code, SQLiteErrorCode.SQLITE_NOTADB)) {
            return "is not a database; set file to another path, or restore a backup";
        }
        if (is(code, SQLiteErrorCode.SQLITE_CORRUPT)) {
            return "is damaged; stop the host, keep the file, restore a backup";
        }
        if (is(code, SQLiteErrorCode.SQLITE_READONLY, SQLiteErrorCode.SQLITE_PERM)) {
            return "may not be written; let the host's user write the file and its folder";
        }
        if (is(code, SQLiteErrorCode.SQLITE_CANTOPEN)) {
            return "could not be opened; check that its folder is there and that the host's user may write to it";
        }
        if (is(code, SQLiteErrorCode.SQLITE_BUSY, SQLiteErrorCode.SQLITE_LOCKED)) {
            return "is in use by another program; stop the other host or database tool";
        }
        if (is(code, SQLiteErrorCode.SQLITE_FULL)) {
            return "could not grow, the disk is full; make room";
        }
        if (is(code, SQLiteErrorCode.SQLITE_IOERR)) {
            return "could not be read or written; check the disk";
        }
        return "could not be read or written (code " + code + "); nothing of the call was kept";
    }

    private static boolean is(int code, SQLiteErrorCode... any) {
        for (SQLiteErrorCode one : any) {
            if (one.code == code) {
                return true;
            }
        }
        return false;
    }
}

package org.onevisit.housing.benchmark.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** SQLite in a file, with a write-ahead log that is synced at each commit; one writes at a time. */
public final class SqliteStorage implements Storage {
    private static final int BUSY = 60_000;
    private final Tally tally = new Tally();
    private final HikariDataSource pool;

    /** A database in this folder. */
    public SqliteStorage(Path folder) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + folder.resolve("floor.db").toAbsolutePath());
        pool = Pool.of(source, 2);
    }

    @Override
    public DataSource connections() {
        return Counted.of(pool, tally);
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public List<String> readBack() {
        return List.of(
                Pool.check(pool, "journal_mode", "PRAGMA journal_mode", "wal"),
                Pool.check(pool, "synchronous", "PRAGMA synchronous", "2"));
    }

    @Override
    public long bytes() {
        String sql = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
        return Long.parseLong(Pool.value(pool, sql));
    }

    @Override
    public void close() {
        pool.close();
    }
}

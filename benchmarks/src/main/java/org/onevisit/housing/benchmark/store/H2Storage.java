package org.onevisit.housing.benchmark.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * H2 in a file, as the peers are used embedded. As it comes it keeps commits in memory for half a second; {@code WRITE_DELAY=0}
 * hands each to the operating system; {@code CHECKPOINT SYNC} after each commit is what brings it onto the disk.
 */
public final class H2Storage implements Storage {
    private static final String SYNC = "CHECKPOINT SYNC";
    private final Tally tally = new Tally();
    private final Path folder;
    private final Survives survives;
    private final HikariDataSource pool;

    /** A database in this folder, for so many connections. */
    public H2Storage(Path folder, Survives survives, int connections) {
        this.folder = folder;
        this.survives = survives;
        JdbcDataSource source = new JdbcDataSource();
        String delay = survives == Survives.NOTHING ? "" : ";WRITE_DELAY=0";
        source.setURL("jdbc:h2:file:" + folder.resolve("peer").toAbsolutePath() + ";LOCK_TIMEOUT=60000" + delay);
        source.setUser("sa");
        pool = Pool.of(source, connections);
    }

    @Override
    public DataSource connections() {
        return survives == Survives.POWER ? Counted.of(pool, tally, SYNC) : Counted.of(pool, tally);
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public List<String> readBack() {
        String query = "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY'";
        String delay = Pool.check(pool, "WRITE_DELAY", query, survives == Survives.NOTHING ? "500" : "0");
        return survives == Survives.POWER ? List.of(delay, SYNC + " after each commit") : List.of(delay);
    }

    @Override
    public long bytes() {
        return Folder.bytes(folder);
    }

    @Override
    public void close() {
        pool.close();
    }
}

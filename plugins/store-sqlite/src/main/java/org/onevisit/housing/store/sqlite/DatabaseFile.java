package org.onevisit.housing.store.sqlite;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.onevisit.housing.spi.store.StoreException;
import org.onevisit.housing.store.jdbc.Database;
import org.onevisit.housing.store.jdbc.Pool;
import org.onevisit.housing.store.jdbc.Proof;
import org.onevisit.housing.store.jdbc.Session;
import org.onevisit.housing.store.jdbc.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** The file: one connection that writes and a few that read beside it. */
final class DatabaseFile implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);
    private static final int READERS = 8;
    private static final int BUSY_MILLISECONDS = 5000;
    private static final int WRITER_CACHE_KIB = 16_384;

    private final SqliteOptions options;
    private final UnaryOperator<Connection> wrap;
    private final Pool writer = new Pool(1, this::checkUsable, this::openWriter);
    private final Pool readers = new Pool(READERS, this::checkUsable, this::openReader);
    private volatile boolean closed;

    private DatabaseFile(SqliteOptions options, UnaryOperator<Connection> wrap) {
        this.options = options;
        this.wrap = wrap;
    }

    /** Opens the file; makes it if it is missing, brings it to this version if it is older. */
    static DatabaseFile open(SqliteOptions options) {
        return open(options, UnaryOperator.identity());
    }

    /** The same; every connection passes through {@code wrap}, for who counts what is executed. */
    static DatabaseFile open(SqliteOptions options, UnaryOperator<Connection> wrap) {
        Path file = options.file();
        prepareFolder(file);
        NativeLibrary.load(options.nativeFolder());
        DatabaseFile database = new DatabaseFile(options, wrap);
        Schema schema = new Schema(file);
        try (Session session = database.connect(true)) {
            schema.check(session);
        } catch (SQLException e) {
            throw Trouble.with(file, e);
        }
        try {
            database.write(session -> {
                schema.migrate(session);
                return file;
            });
        } catch (StoreException e) {
            database.close();
            throw e;
        }
        LOG.info("store {} open, synchronous {}", file, options.synchronous());
        return database;
    }

    /** The one that writes is always alone, in this process and in all; its commit is a call that returns or throws. */
    @Override
    public <T> T alone(Work<T> work, Proof<T> proof) {
        return write(work);
    }

    /**
     * What is given up is overwritten with zeros, and what the write-ahead log still holds goes into the file and the log is cut. A
     * reader that is under way holds the log for as long as it reads, 5 seconds at most; then the next erasure or the end cuts it.
     */
    @Override
    public <T> T erasing(Work<T> work, Proof<T> proof) {
        return lend(writer, session -> {
            session.run("PRAGMA secure_delete = ON");
            session.update("BEGIN IMMEDIATE");
            T result = work.on(session);
            session.update("COMMIT");
            session.run("PRAGMA secure_delete = FAST");
            checkpoint(session);
            return result;
        });
    }

    @Override
    public <T> T write(Work<T> work) {
        return lend(writer, session -> {
            session.update("BEGIN IMMEDIATE");
            T result = work.on(session);
            session.update("COMMIT");
            return result;
        });
    }

    @Override
    public <T> T read(Work<T> work) {
        return lend(readers, work);
    }

    private <T> T lend(Pool pool, Work<T> work) {
        try {
            return pool.lend(work);
        } catch (SQLException e) {
            throw Trouble.with(options.file(), e);
        }
    }

    private void checkUsable() {
        if (closed) {
            throw new StoreException(
                    "the store %s is closed; open it again".formatted(options.file()),
                    new IllegalStateException("closed"));
        }
        if (!Files.exists(options.file())) {
            throw new StoreException(
                    "the store file %s is gone; put it back, nothing is acknowledged until then"
                            .formatted(options.file()),
                    new NoSuchFileException(options.file().toString()));
        }
    }

    private Session openWriter() throws SQLException {
        Session session = connect(false);
        try {
            String mode = session.first(row -> row.getString(1), "PRAGMA journal_mode = WAL")
                    .orElse("none");
            if (!mode.equals("wal")) {
                throw new SQLException("the file system allows no write-ahead log; use a local disk");
            }
            session.run("PRAGMA synchronous = " + options.synchronous());
            session.run("PRAGMA fullfsync = " + (options.synchronous() == Synchronous.FULL ? "ON" : "OFF"));
            session.run("PRAGMA secure_delete = FAST");
            session.run("PRAGMA cache_size = -" + WRITER_CACHE_KIB);
            return session;
        } catch (SQLException e) {
            Pool.discard(session);
            throw e;
        }
    }

    private Session openReader() throws SQLException {
        Session session = connect(false);
        session.run("PRAGMA query_only = ON");
        return session;
    }

    private Session connect(boolean create) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLISECONDS);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        if (!create) {
            config.resetOpenMode(SQLiteOpenMode.CREATE);
        }
        Connection connection = config.createConnection("jdbc:sqlite:" + options.file());
        return new Session(wrap.apply(connection));
    }

    private static void prepareFolder(Path file) {
        if (Files.isDirectory(file)) {
            throw refusal(file, "is a folder; set file to a file in it");
        }
        if (file.toString().contains("?")) {
            throw refusal(file, "has a question mark in its path, which SQLite's driver cannot take; choose another");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw refusal(file, "may not be written; let the host's user write the file and its folder");
        }
        try {
            Files.createDirectories(file.resolveSibling("."));
        } catch (IOException e) {
            throw new StoreException("the folder of the store file %s cannot be made".formatted(file), e);
        }
    }

    private static StoreException refusal(Path file, String reason) {
        return new StoreException(
                "the store file %s %s".formatted(file, reason), new FileSystemException(file.toString()));
    }

    @Override
    public void close() {
        closed = true;
        writer.close(this::checkpoint);
        readers.close(session -> {});
    }

    private void checkpoint(Session session) {
        try {
            session.run("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            LOG.warn("store {} closed without a checkpoint; the next start makes up for it", options.file(), e);
        }
    }
}

package org.onevisit.housing.store.sqlite;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.spi.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * The file: one connection that writes, behind a lock, and a few that read beside it. A connection that failed is thrown away and
 * opened again on the next call, so a store comes back by itself when its disk does.
 */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int READERS = 8;
    private static final int BUSY_MILLISECONDS = 5000;
    private static final int WRITER_CACHE_KIB = 16_384;

    private final SqliteOptions options;
    private final UnaryOperator<Connection> wrap;
    private final ReentrantLock writing = new ReentrantLock();
    private final Semaphore reading = new Semaphore(READERS, true);
    private final Deque<Session> idle = new ConcurrentLinkedDeque<>();
    private @Nullable Session writer;
    private volatile boolean closed;

    private Database(SqliteOptions options, UnaryOperator<Connection> wrap) {
        this.options = options;
        this.wrap = wrap;
    }

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Session session) throws SQLException;
    }

    /** Opens the file; makes it if it is missing, brings it to this version if it is older. */
    static Database open(SqliteOptions options) {
        return open(options, UnaryOperator.identity());
    }

    /** The same; every connection passes through {@code wrap}, for who counts what is executed. */
    static Database open(SqliteOptions options, UnaryOperator<Connection> wrap) {
        Path file = options.file();
        prepareFolder(file);
        NativeLibrary.load(options.nativeFolder());
        Database database = new Database(options, wrap);
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

    /** Does work in one transaction, alone; all of it or nothing is kept. */
    <T> T write(Work<T> work) {
        writing.lock();
        try {
            checkUsable();
            Session session = writer == null ? openWriter() : writer;
            writer = null; // comes back only when all went well
            T result = inTransaction(session, work);
            writer = session;
            return result;
        } catch (SQLException e) {
            throw Trouble.with(options.file(), e);
        } finally {
            writing.unlock();
        }
    }

    private static <T> T inTransaction(Session session, Work<T> work) throws SQLException {
        boolean committed = false;
        try {
            session.update("BEGIN IMMEDIATE");
            T result = work.on(session);
            session.update("COMMIT");
            committed = true;
            return result;
        } finally {
            if (!committed) {
                discard(session); // closing rolls back
            }
        }
    }

    /** Does work that reads; it sees every commit that was acknowledged before. */
    <T> T read(Work<T> work) {
        reading.acquireUninterruptibly();
        try {
            checkUsable();
            Session idling = idle.poll();
            Session session = idling == null ? openReader() : idling;
            T result = reading(session, work);
            idle.push(session);
            return result;
        } catch (SQLException e) {
            throw Trouble.with(options.file(), e);
        } finally {
            reading.release();
        }
    }

    private static <T> T reading(Session session, Work<T> work) throws SQLException {
        boolean done = false;
        try {
            T result = work.on(session);
            done = true;
            return result;
        } finally {
            if (!done) {
                discard(session);
            }
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
            session.run("PRAGMA cache_size = -" + WRITER_CACHE_KIB);
            return session;
        } catch (SQLException e) {
            discard(session);
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

    private static void discard(Session session) {
        try {
            session.close();
        } catch (SQLException e) {
            LOG.debug("a connection could not be closed", e);
        }
    }

    @Override
    public void close() {
        writing.lock();
        reading.acquireUninterruptibly(READERS);
        try {
            if (!closed) {
                closed = true;
                shutDown();
            }
        } finally {
            reading.release(READERS);
            writing.unlock();
        }
    }

    private void shutDown() {
        idle.forEach(Database::discard);
        idle.clear();
        Session last = writer;
        writer = null;
        if (last == null) {
            return;
        }
        try {
            last.run("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            LOG.warn("store {} closed without a checkpoint; the next start makes up for it", options.file(), e);
        }
        discard(last);
    }
}

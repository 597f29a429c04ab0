package org.onevisit.housing.core.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.StoreException;
import org.onevisit.housing.view.JournalEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers the journal to followers: in order, at least once, from a durable position for each name. */
final class Followers {
    private static final Logger log = LoggerFactory.getLogger(Followers.class);
    private static final int AT_ONCE = 500;
    private final Core core;
    private final ExecutorService executor;
    private final Map<String, Follower> followers = new ConcurrentHashMap<>();

    Followers(Core core, ExecutorService executor) {
        this.core = core;
        this.executor = executor;
    }

    /**
     * One follower.
     *
     * @param busy is somebody delivering to it?
     * @param news has something happened since he began to look?
     */
    private record Follower(String name, Consumer<JournalEntry> listener, AtomicBoolean busy, AtomicBoolean news) {}

    AutoCloseable follow(String name, Consumer<JournalEntry> listener) {
        Follower follower = new Follower(name, listener, new AtomicBoolean(), new AtomicBoolean());
        if (followers.putIfAbsent(name, follower) != null) {
            throw new HousingException(
                    ErrorCode.BAD_ARGUMENT, "follower " + name + " follows already; close the first one");
        }
        deliver(follower);
        return () -> followers.remove(name, follower);
    }

    /** Lets every follower have what is new. */
    void news() {
        followers.values().forEach(this::deliver);
    }

    private void deliver(Follower follower) {
        follower.news().set(true);
        if (follower.busy().compareAndSet(false, true)) {
            try {
                executor.execute(() -> run(follower));
            } catch (RejectedExecutionException e) {
                follower.busy().set(false);
            }
        }
    }

    private void run(Follower follower) {
        follower.news().set(false);
        try {
            deliverAll(follower);
        } catch (RuntimeException e) {
            log.warn("follower {} waits: the store failed; it goes on with the next timed work", follower.name(), e);
        } finally {
            follower.busy().set(false);
        }
        if (follower.news().get()) {
            deliver(follower);
        }
    }

    private void deliverAll(Follower follower) {
        long position = core.store().position(follower.name());
        try {
            List<EventRow> rows = core.store().eventsAfter(position, AT_ONCE);
            while (!rows.isEmpty() && follower.equals(followers.get(follower.name()))) {
                for (EventRow row : rows) {
                    core.journal().entries(row).forEach(follower.listener());
                    position = row.position();
                }
                core.store().position(follower.name(), position);
                rows = core.store().eventsAfter(position, AT_ONCE);
            }
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("follower {} failed after position {}; the entry comes again", follower.name(), position, e);
            core.store().position(follower.name(), position);
        }
    }
}

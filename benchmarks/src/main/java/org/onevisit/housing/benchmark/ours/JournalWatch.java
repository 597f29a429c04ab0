package org.onevisit.housing.benchmark.ours;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.onevisit.housing.benchmark.store.Tally;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.view.JournalEntry;

/** Reads the journal as it grows and tells who waits for an entry. Its reading costs time, and is not counted among statements. */
final class JournalWatch implements AutoCloseable {
    private static final int AT_ONCE = 1000;
    private static final Duration PAUSE = Duration.ofMillis(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final HousingEngine engine;
    private final Map<String, CompletableFuture<JournalEntry>> entries = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread thread;

    JournalWatch(HousingEngine engine, Tally tally) {
        this.engine = engine;
        thread = new Thread(() -> read(tally), "journal-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until an application's journal has an entry of this type. */
    void await(ApplicationNumber number, String type) {
        String key = key(number, type);
        try {
            entry(key).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            entries.remove(key);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + key + " was awaited", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no " + key + " after " + PATIENCE, e);
        }
    }

    private CompletableFuture<JournalEntry> entry(String key) {
        return entries.computeIfAbsent(key, k -> new CompletableFuture<>());
    }

    private static String key(ApplicationNumber number, String type) {
        return number + " " + type;
    }

    private void read(Tally tally) {
        tally.looksOn();
        long position = 0;
        while (!closed.get()) {
            List<JournalEntry> some = engine.eventsAfter(position, AT_ONCE);
            for (JournalEntry entry : some) {
                position = entry.position();
                if (entry.type().equals("CHECKS_SETTLED") || entry.type().equals("NOTICE_POSTED")) {
                    entry(key(entry.number(), entry.type())).complete(entry);
                }
            }
            if (some.isEmpty()) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    @Override
    public void close() {
        closed.set(true);
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

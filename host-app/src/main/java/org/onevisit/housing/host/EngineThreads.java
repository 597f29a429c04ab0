package org.onevisit.housing.host;

import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that the engine works on: a bounded pool, and timers for due work and trays; or none at all. */
final class EngineThreads implements AutoCloseable {
    private static final int THREADS = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final ExecutorService work;
    private final ScheduledExecutorService schedule = Executors.newScheduledThreadPool(2, named("housing-timer-%d"));
    private final boolean single;

    /** With {@code single}, work runs on the caller's thread and nothing happens by itself. */
    EngineThreads(boolean single) {
        this.single = single;
        this.work = single ? MoreExecutors.newDirectExecutorService() : pool();
    }

    /** Where the engine's work runs. */
    ExecutorService work() {
        return work;
    }

    /** Does something again and again until closed; not if there is but one thread. */
    AutoCloseable every(Duration pause, Runnable task) {
        if (single) {
            return () -> {};
        }
        ScheduledFuture<?> future =
                schedule.scheduleWithFixedDelay(task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return () -> future.cancel(false);
    }

    private static ThreadPoolExecutor pool() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS, THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("housing-engine-%d"));
        // a thread that is made while a plugin calls would hold the plugin's class loader for as long as it lives
        pool.prestartAllCoreThreads();
        return pool;
    }

    private static ThreadFactory named(String format) {
        return new ThreadFactoryBuilder().setDaemon(true).setNameFormat(format).build();
    }

    @Override
    public void close() {
        schedule.shutdownNow();
        MoreExecutors.shutdownAndAwaitTermination(work, PATIENCE);
    }
}

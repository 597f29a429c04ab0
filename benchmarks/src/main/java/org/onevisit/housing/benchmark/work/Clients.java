package org.onevisit.housing.benchmark.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Clients that work at the same time, each one thing after another. */
public final class Clients implements AutoCloseable {
    private final int count;
    private final ExecutorService threads;

    /** So many. */
    public Clients(int count) {
        this.count = count;
        threads = Executors.newFixedThreadPool(count);
    }

    /** Has every client do this, told which one it is, and waits for all; fails as the first of them fails. */
    public void all(IntConsumer work) {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int client = i;
            running.add(threads.submit(() -> work.accept(client)));
        }
        running.forEach(Clients::await);
    }

    /** Shares these among the clients, and waits until all are done. */
    public <T> void each(List<T> these, Consumer<T> work) {
        AtomicInteger next = new AtomicInteger();
        all(client -> {
            for (int i = next.getAndIncrement(); i < these.size(); i = next.getAndIncrement()) {
                work.accept(these.get(i));
            }
        });
    }

    private static void await(Future<?> running) {
        try {
            running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while clients worked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

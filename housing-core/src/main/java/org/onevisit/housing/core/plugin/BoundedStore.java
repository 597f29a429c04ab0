package org.onevisit.housing.core.plugin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store that is asked within a time: on a thread of its own, so that one that hangs leaves every caller with an error and no thread of
 * the host hanging. While one of its methods hangs, that method fails at once. The thread inside is never interrupted: a file that is
 * being written would be closed under the store. Safe for every thread.
 */
public final class BoundedStore {
    private static final Logger log = LoggerFactory.getLogger(BoundedStore.class);
    private static final long IDLE_SECONDS = 10;
    /** What tells at once, or takes its time on the caller's thread. */
    private static final Set<String> DIRECT = Set.of("snapshot", "shared", "close", "toString", "hashCode", "equals");

    private final ApplicationStore real;
    private final Duration patience;
    private final CallBoard board;
    private final byte[] name;
    private final Set<String> hanging = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), BoundedStore::thread);

    /** Asks a store of this name and version within this time; its calls are noted on this board, as those of a store. */
    public BoundedStore(ApplicationStore real, Duration patience, CallBoard board, String stamp) {
        this.real = real;
        this.patience = patience;
        this.board = board;
        this.name = CallBoard.name("store " + stamp);
    }

    /** It did not answer in time: whether what it was told is kept is not known. */
    public static final class NoAnswerException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoAnswerException(String method) {
            super("the store does not answer: " + method);
        }
    }

    /** What becomes of one call; the first to say so decides. */
    private enum Fate {
        WAITED_FOR,
        ANSWERED,
        LATE
    }

    private static Thread thread(Runnable work) {
        Thread thread =
                new Thread(null, work, "housing-store", 0, false); // knows nothing of the plugin that is being called
        thread.setDaemon(true);
        return thread;
    }

    /** The store, within its time. */
    public ApplicationStore store() {
        return (ApplicationStore) Proxy.newProxyInstance(
                ApplicationStore.class.getClassLoader(),
                new Class<?>[] {ApplicationStore.class},
                (proxy, method, arguments) -> DIRECT.contains(method.getName())
                        ? called(method, arguments)
                        : withinTheTime(method, arguments));
    }

    /** Why the store is not to be relied on now; empty while it answers. */
    public Optional<String> trouble() {
        return hanging.isEmpty()
                ? Optional.empty()
                : Optional.of("存储没有答复（" + String.join("、", hanging) + "），请求暂时无法办理；请运维人员检查磁盘和数据库服务器，并查看日志");
    }

    private @Nullable Object called(Method method, @Nullable Object[] arguments) throws Throwable {
        board.enter(name);
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            board.leave();
        }
    }

    private @Nullable Object withinTheTime(Method method, @Nullable Object[] arguments) throws Throwable {
        String asked = method.getName();
        if (hanging.contains(asked)) {
            throw noAnswer(asked);
        }
        CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();
        AtomicReference<Fate> fate = new AtomicReference<>(Fate.WAITED_FOR);
        threads.execute(() -> {
            try {
                answer.complete(called(method, arguments));
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
            if (!fate.compareAndSet(Fate.WAITED_FOR, Fate.ANSWERED) && hanging.remove(asked)) {
                log.warn("the store answers again: {}", asked);
            }
        });
        return awaited(asked, answer, fate);
    }

    private @Nullable Object awaited(
            String asked, CompletableFuture<@Nullable Object> answer, AtomicReference<Fate> fate) throws Throwable {
        long end = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true; // what is being written is waited for all the same
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause();
        } catch (TimeoutException e) {
            boolean first = hanging.add(asked);
            if (!fate.compareAndSet(Fate.WAITED_FOR, Fate.LATE)) {
                hanging.remove(asked);
                return answer.join();
            }
            if (first) {
                log.error("the store does not answer within {}: {} fails until it does", patience, asked);
            }
            throw noAnswer(asked);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static StoreException noAnswer(String method) {
        return new StoreException("the store does not answer", new NoAnswerException(method));
    }
}

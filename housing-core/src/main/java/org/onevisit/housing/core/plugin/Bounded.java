package org.onevisit.housing.core.plugin;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks plugins whose answer somebody waits for, within a time: on a thread of its own, so that a plugin that never answers holds nobody
 * up. While one hangs it is not asked again. The product's own reader of packs computes within bounds and is asked on the caller's
 * thread. Safe for every thread.
 */
public final class Bounded {
    /** Asks everybody on the caller's thread, without an end: for one thread, and for simulations. */
    public static final Bounded NOT = new Bounded(Duration.ZERO);

    private static final Logger log = LoggerFactory.getLogger(Bounded.class);
    private static final String OWN_READER = "org.onevisit.housing.policy-pack@";
    private final Duration patience;
    private final Set<Hanging> hanging = ConcurrentHashMap.newKeySet();

    /** Asks within this time. */
    public Bounded(Duration patience) {
        this.patience = patience;
    }

    /** The plugin did not answer in time, or has not answered an earlier question yet. */
    public static final class HangsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        HangsException(String stamp) {
            super("plugin " + stamp + " does not answer");
        }
    }

    /** Who hangs, and at what; other questions are put to it still. */
    private record Hanging(Seat<?> seat, String about) {}

    /** A thread that asks; what it asks on the way it asks itself. */
    private static final class Asker extends Thread {
        Asker(Runnable work) {
            super(null, work, "housing-asks-a-plugin", 0, false); // it knows nothing of the plugin that is being called
            setDaemon(true);
        }
    }

    /**
     * As {@link Seats#ask}, within the time; {@code about} names the kind of the question.
     *
     * @throws HangsException if the plugin hangs
     */
    public <T, R> Optional<R> ask(String about, Seats<T> seats, String code, Function<Seat<T>, R> question) {
        Optional<Seat<T>> next = seats.serving(code);
        if (patience.isZero()
                || Thread.currentThread() instanceof Asker
                || next.filter(seat -> !seat.stamp().startsWith(OWN_READER)).isEmpty()) {
            return seats.ask(code, question);
        }
        if (hanging.contains(new Hanging(next.get(), about))) {
            throw new HangsException(next.get().stamp());
        }
        AtomicReference<@Nullable Seat<T>> asked = new AtomicReference<>();
        CompletableFuture<Optional<R>> answer = new CompletableFuture<>();
        Asker asker = new Asker(() -> {
            try {
                answer.complete(seats.ask(code, seat -> {
                    asked.set(seat);
                    return question.apply(seat);
                }));
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            } finally {
                Optional.ofNullable(asked.get()).ifPresent(seat -> hanging.remove(new Hanging(seat, about)));
            }
        });
        asker.start();
        return await(about, answer, asker, asked);
    }

    private <T, R> Optional<R> await(
            String about,
            CompletableFuture<Optional<R>> answer,
            Asker asker,
            AtomicReference<@Nullable Seat<T>> asked) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | CancellationException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a plugin failed: " + cause, cause);
        } catch (TimeoutException e) {
            @Nullable Seat<T> seat = asked.get();
            String stamp = seat == null ? "" : seat.stamp();
            if (seat != null) {
                hanging.add(new Hanging(seat, about));
            }
            asker.interrupt();
            if (answer.isDone() && seat != null) {
                hanging.remove(new Hanging(seat, about));
            }
            log.warn(
                    "plugin {} does not answer within {}: interrupted, and not asked until it comes back",
                    stamp,
                    patience);
            throw new HangsException(stamp);
        } catch (InterruptedException e) {
            asker.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

package org.onevisit.housing.core.call;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.onevisit.housing.core.plugin.Seat;
import org.onevisit.housing.model.ApplicationNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Runs calls to plugins: on the executor, under a lease, only so many at once of each. What calls on one thread bring is gathered into
 * one commit.
 */
public final class Calls {
    private static final Logger log = LoggerFactory.getLogger(Calls.class);
    private final ExecutorService executor;
    private final Post post;
    private final ThreadLocal<Boolean> gathering = ThreadLocal.withInitial(() -> false);

    /** Calls on this executor; what they bring goes through the post. */
    public Calls(ExecutorService executor, Post post) {
        this.executor = executor;
        this.post = post;
    }

    /**
     * A call that is to be made.
     *
     * @param id names it
     * @param number of the application it is about
     * @param inside the call itself, under the lease
     * @param turnedAway the plugin is leaving: nothing was called
     * @param notStarted the host is stopping: nothing was called
     * @param abandoned the plugin ignores the interrupt: it was called, and what it brings is not wanted any more
     */
    record Call(
            String id,
            ApplicationNumber number,
            Consumer<RunningCall> inside,
            Runnable turnedAway,
            Runnable notStarted,
            Runnable abandoned) {}

    /** Makes a call, now or when the plugin has room. */
    void make(PluginSeat<?, ?> plugin, Call call) {
        plugin.startWhenRoom(() -> start(plugin, call));
    }

    private void start(PluginSeat<?, ?> plugin, Call call) {
        RunningCall running = new RunningCall(
                call.id(), plugin.timeout().toMillis(), () -> call.abandoned().run());
        plugin.running().add(running);
        try {
            running.runsIn(executor.submit(() -> run(plugin, call, running)));
        } catch (RejectedExecutionException e) {
            plugin.over(running);
            call.notStarted().run();
        }
    }

    private void run(PluginSeat<?, ?> plugin, Call call, RunningCall running) {
        Seat<?> seat = plugin.seat();
        boolean entered = seat.enter();
        MDC.put("application", call.number().value());
        MDC.put("plugin", seat.stamp());
        try {
            if (entered) {
                call.inside().accept(running);
            } else {
                call.turnedAway().run();
            }
        } finally {
            if (entered) {
                seat.leave();
                if (running.ended()) {
                    plugin.tally().ended(running);
                }
            }
            MDC.clear();
            plugin.over(running);
            boolean unused = Thread.interrupted();
            pump();
        }
    }

    /** Does work on a thread of its own; what a host that is stopping leaves undone is due again after its start. */
    void later(Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            log.debug("work is left to the next start: the host is stopping");
        }
    }

    /** Does work, and commits in one go what it and the calls that it makes on this thread have laid down. */
    public void gather(Runnable work) {
        boolean outer = !gathering.get();
        gathering.set(true);
        try {
            work.run();
        } finally {
            if (outer) {
                gathering.remove();
            }
        }
        pump();
    }

    /** Commits what was laid down, unless more is being gathered. */
    void pump() {
        if (!gathering.get()) {
            post.pump();
        }
    }
}

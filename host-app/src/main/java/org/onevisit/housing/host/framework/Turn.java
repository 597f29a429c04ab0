package org.onevisit.housing.host.framework;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/**
 * A module's turn to start or to leave, on a thread of its own: code of the module that holds the thread for too long is interrupted,
 * and if it ignores that it is left to itself. Time in which the host or the core waits for something is not the module's.
 */
final class Turn {
    private static final long LOOK_MILLIS = 50;
    private static final Duration LONGEST_AFTER_THE_INTERRUPT = Duration.ofSeconds(2);
    private final Bundle bundle;
    private final Duration patience;
    private final Duration afterTheInterrupt;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Optional<BundleException> failure = Optional.empty();
    private volatile boolean left;

    Turn(Bundle bundle, Duration patience) {
        this.bundle = bundle;
        this.patience = patience;
        afterTheInterrupt =
                patience.compareTo(LONGEST_AFTER_THE_INTERRUPT) < 0 ? patience : LONGEST_AFTER_THE_INTERRUPT;
    }

    /** What is done in the turn. */
    @FunctionalInterface
    interface Work {
        void run() throws BundleException;
    }

    /** How it went. */
    enum End {
        /** It is done. */
        DONE,
        /** The module was interrupted, and gave in. */
        INTERRUPTED,
        /** The module holds the thread still. */
        LEFT
    }

    /**
     * Does the work; {@code afterwards} is done when a module that was left to itself comes back after all.
     *
     * @throws BundleException as the work did
     */
    End take(Work work, Work afterwards) throws BundleException {
        Thread thread = new Thread(() -> run(work, afterwards), "housing-module-" + bundle.getSymbolicName());
        thread.setDaemon(true);
        thread.start();
        End end = await(thread);
        if (end != End.LEFT && failure.isPresent()) {
            throw failure.get();
        }
        return end;
    }

    private void run(Work work, Work afterwards) {
        try {
            try {
                work.run();
            } catch (BundleException e) {
                failure = Optional.of(e);
            }
        } finally {
            comesBack(afterwards);
        }
    }

    private void comesBack(Work afterwards) {
        boolean late;
        synchronized (this) {
            late = left;
            over.countDown();
        }
        if (late) {
            try {
                afterwards.run();
            } catch (BundleException e) {
                failure = Optional.of(e);
            }
        }
    }

    private End await(Thread thread) {
        long held = 0;
        boolean interrupted = false;
        long before = System.nanoTime();
        try {
            while (!over.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                long now = System.nanoTime();
                held = isTheModules(thread) ? held + now - before : held;
                before = now;
                if (!interrupted && held > patience.toNanos()) {
                    thread.interrupt();
                    interrupted = true;
                } else if (interrupted
                        && held > patience.plus(afterTheInterrupt).toNanos()
                        && leave()) {
                    return End.LEFT;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return leave() ? End.LEFT : End.DONE;
        }
        return interrupted ? End.INTERRUPTED : End.DONE;
    }

    private synchronized boolean leave() {
        left = over.getCount() > 0;
        return left;
    }

    /** Is it the module's own code that holds the thread, or what the JDK does for it? */
    private boolean isTheModules(Thread thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (!isOfTheJdk(frame.getClassName())) {
                return holds(frame.getClassName());
            }
        }
        return false;
    }

    private boolean holds(String type) {
        try {
            return bundle.getEntry(type.replace('.', '/') + ".class") != null;
        } catch (IllegalStateException e) {
            return false; // it has been uninstalled meanwhile: its code is through
        }
    }

    private static boolean isOfTheJdk(String type) {
        return type.startsWith("java.")
                || type.startsWith("javax.")
                || type.startsWith("jdk.")
                || type.startsWith("sun.");
    }
}

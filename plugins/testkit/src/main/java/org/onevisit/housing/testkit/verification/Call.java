package org.onevisit.housing.testkit.verification;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.Reply;

/** One call of a check on a thread of its own, which can be interrupted. */
final class Call {
    private final FutureTask<End> task;
    private final Thread thread;

    private Call(AgencyCheck check, Inquiry inquiry, boolean interruptedBefore) {
        task = new FutureTask<>(() -> end(check, inquiry, interruptedBefore));
        thread = new Thread(task, "contract-caller");
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins a call. */
    static Call begin(AgencyCheck check, Inquiry inquiry) {
        return new Call(check, inquiry, false);
    }

    /** Begins a call whose thread is interrupted already. */
    static Call beginInterrupted(AgencyCheck check, Inquiry inquiry) {
        return new Call(check, inquiry, true);
    }

    /** Interrupts the call. */
    void interrupt() {
        thread.interrupt();
    }

    /** How the call ended, if it does so within the time. */
    Optional<End> within(Duration time) throws InterruptedException {
        try {
            return Optional.of(task.get(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the contract kit failed, not the check", e);
        }
    }

    private static End end(AgencyCheck check, Inquiry inquiry, boolean interruptedBefore) {
        if (interruptedBefore) {
            Thread.currentThread().interrupt();
        }
        try {
            Reply reply = check.check(inquiry);
            return new End(Optional.of(reply), Optional.empty(), Thread.interrupted());
        } catch (RuntimeException e) {
            return new End(Optional.empty(), Optional.of(e), Thread.interrupted());
        }
    }

    /**
     * How a call ended.
     *
     * @param reply what it returned
     * @param thrown what it threw
     * @param interrupted was the thread left interrupted?
     */
    record End(Optional<Reply> reply, Optional<RuntimeException> thrown, boolean interrupted) {
        /** Does the caller learn that the thread was interrupted? */
        boolean tellsOfInterrupt() {
            return interrupted || thrown.filter(End::causedByInterrupt).isPresent();
        }

        private static boolean causedByInterrupt(Throwable thrown) {
            Throwable cause = thrown.getCause();
            return thrown instanceof InterruptedException || (cause != null && causedByInterrupt(cause));
        }
    }
}

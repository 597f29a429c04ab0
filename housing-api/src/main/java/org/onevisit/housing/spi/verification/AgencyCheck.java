package org.onevisit.housing.spi.verification;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells what one agency knows about a household.
 *
 * <p><b>Calls.</b> The core calls on its own threads, several at once for different applications: be thread-safe, start no
 * threads, keep no storage (V-02). <b>Time.</b> Answer before {@link Inquiry#callEndsAt()}; after that the thread is interrupted
 * and the answer is ignored (V-03). Who needs longer replies {@link Reply#later}. <b>Repeats.</b> The same inquiry may come again
 * after a restart: asking twice must not change anything at the agency (V-01). <b>Garbage</b> from the agency is an exception,
 * never a finding (V-04). <b>Personal data</b> stays out of messages and logs (V-05). <b>Fields.</b> Read only what
 * {@link CheckProfile#needs} declares (V-06). <b>Null.</b> Never passed, never returned (V-07).
 */
@ConsumerType
public interface AgencyCheck {
    /** Tells which agency this is, what it supplies and which fields it needs. Always the same; called once when it arrives. */
    CheckProfile profile();

    /**
     * Answers the inquiry.
     *
     * @return the finding, or {@link Reply#later} when the agency will deliver it afterwards
     * @throws AgencyUnreachableException if no answer could be had; the core asks again with back-off until the deadline
     */
    Reply check(Inquiry inquiry);

    /**
     * Fetches answers that the agency put down somewhere: a drop folder, a polling interface. Called by the core's threads now and
     * then, never twice at once, also while no answer is waited for: one may come late. Does nothing unless overridden.
     */
    default void collect(Pickup pickup) {}
}

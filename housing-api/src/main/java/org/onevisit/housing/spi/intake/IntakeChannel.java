package org.onevisit.housing.spi.intake;

import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.view.Paper;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way in which households hand in applications. Submissions come in through
 * {@link org.onevisit.housing.engine.ApprovalService}; the channel hands notices back.
 *
 * <p><b>Calls.</b> On the core's threads, several at once. The same paper may come again after a restart: hand it over once (I-01).
 * <b>Time.</b> After 30 seconds the thread is interrupted and the answer is ignored. <b>Trouble.</b> Throw anything when a paper
 * cannot be handed over: the core tries again, and the application goes on.
 */
@ConsumerType
public interface IntakeChannel {
    /** Tells which channel and window this is. Always the same. */
    ChannelProfile profile();

    /**
     * Hands a paper to the applicant, or lays it ready.
     *
     * @return what became of it
     */
    Delivery deliver(Paper paper);

    /**
     * Fetches applications that another system put down somewhere, and hands them in. Called by the core's threads every few seconds,
     * after a failure once a minute, never twice at once; after 30 seconds the thread is interrupted, and what is left is for the next call. Does nothing unless
     * overridden.
     *
     * @param door of this channel and window: reads submissions, checks and submits them, shows the form, and nothing else. Its keys are this
     *     channel's and window's own, so that a key may be the sender's reference
     */
    default void collect(ApprovalService door) {}

    /**
     * Which channel and window.
     *
     * @param channel code, for example {@code intake-window}
     * @param window which one, for example {@code citywide}
     * @param text name for people, zh-CN
     */
    record ChannelProfile(String channel, String window, String text) {}

    /** What became of a paper. */
    enum Delivery {
        /** The applicant has it. */
        HANDED_OVER,
        /** It lies ready to be printed or fetched. */
        READY,
        /** Not now; the core tries again. */
        NOT_YET
    }
}

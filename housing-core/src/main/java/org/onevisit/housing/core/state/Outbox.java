package org.onevisit.housing.core.state;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Papers (文书) that the applicant is still to be handed.
 *
 * @param used did the application come through a channel that hands papers over?
 * @param due oldest first, at most one of each kind
 */
public record Outbox(boolean used, List<Due> due) {
    /** The application came through no channel: nothing is handed over. */
    public static final Outbox UNUSED = new Outbox(false, List.of());

    /**
     * A paper that is to be handed over.
     *
     * @param kind of the paper, for example {@code receipt}
     * @param since when it came into being
     * @param calls how often the channel was called
     * @param nextTry when the channel is called next; empty while it is not installed
     * @param cause why it is still here
     */
    public record Due(String kind, Instant since, int calls, Optional<Instant> nextTry, Cause cause) {
        /** Is the channel to be called at this moment? */
        public boolean toHand(Instant now) {
            return nextTry.filter(at -> !at.isAfter(now)).isPresent();
        }

        /** The same after a call that did not bring it to the applicant. */
        public Due postponed(Cause why, Optional<Instant> again) {
            boolean called = why == Cause.NOT_YET || why == Cause.FAILED;
            return new Due(kind, since, called ? calls + 1 : calls, again, why);
        }
    }

    /** Why a paper has not been handed over. */
    public enum Cause {
        /** Nothing is wrong. */
        NONE,
        /** The channel is not installed. */
        NOT_INSTALLED,
        /** The channel cannot at the moment. */
        NOT_YET,
        /** The channel failed. */
        FAILED
    }

    /** The outbox of an application that comes in. */
    public static Outbox of(boolean throughChannel) {
        return throughChannel ? new Outbox(true, List.of()) : UNUSED;
    }

    /** With a paper that has come into being; it takes the place of an older one of its kind. */
    public Outbox with(String kind, Instant since) {
        if (!used) {
            return this;
        }
        return new Outbox(
                true,
                ImmutableList.<Due>builder()
                        .addAll(without(kind).due)
                        .add(new Due(kind, since, 0, Optional.of(since), Cause.NONE))
                        .build());
    }

    /** Without papers of a kind: handed over, or overtaken by what has happened. */
    public Outbox without(String kind) {
        return new Outbox(
                used, due.stream().filter(paper -> !paper.kind().equals(kind)).toList());
    }

    /** With one paper changed. */
    public Outbox changed(String kind, UnaryOperator<Due> change) {
        return new Outbox(
                used,
                due.stream()
                        .map(paper -> paper.kind().equals(kind) ? change.apply(paper) : paper)
                        .toList());
    }

    /** Is this paper still to be handed over? */
    public boolean waits(Due paper) {
        return due.stream()
                .anyMatch(p -> p.kind().equals(paper.kind()) && p.since().equals(paper.since()));
    }
}

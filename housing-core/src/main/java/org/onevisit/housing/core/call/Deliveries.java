package org.onevisit.housing.core.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.event.Moment;
import org.onevisit.housing.core.event.PaperEvents.PaperDelivered;
import org.onevisit.housing.core.event.PaperEvents.PaperPostponed;
import org.onevisit.housing.core.rules.Decider;
import org.onevisit.housing.core.rules.DuePapers;
import org.onevisit.housing.core.state.Outbox.Cause;
import org.onevisit.housing.core.state.Outbox.Due;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.intake.IntakeChannel;
import org.onevisit.housing.spi.intake.IntakeChannel.ChannelProfile;
import org.onevisit.housing.spi.intake.IntakeChannel.Delivery;
import org.onevisit.housing.view.Paper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands papers to the channel by which an application came: at least once out, once in the journal. What is still to be handed over
 * is in the store; nothing is kept here that a restart would miss.
 */
public final class Deliveries {
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    private final Channels channels;
    private final Calls calls;
    private final Post post;
    private final BiFunction<ApplicationNumber, String, Paper> papers;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    /** Deliveries through these channels; {@code papers} makes the paper of an application, by kind. */
    public Deliveries(Channels channels, Calls calls, Post post, BiFunction<ApplicationNumber, String, Paper> papers) {
        this.channels = channels;
        this.calls = calls;
        this.post = post;
        this.papers = papers;
    }

    /** Hands over what is due now of an application. */
    public void follow(State state) {
        if (!state.outbox().due().isEmpty()) {
            Instant now = post.setting(state).now();
            hand(state, paper -> paper.toHand(now));
        }
    }

    /** Hands over at once what has waited for channels that have just been installed. */
    public void arrived(Set<String> codes) {
        for (String code : codes) {
            post.waitingFor(DuePapers.waitingFor(code))
                    .forEach(number -> post.state(number).ifPresent(this::resume));
        }
        calls.pump();
    }

    private void resume(State state) {
        hand(state, paper -> paper.cause() == Cause.NOT_INSTALLED);
    }

    private void hand(State state, Predicate<Due> wanted) {
        String code = DuePapers.channel(state);
        for (Due paper : DuePapers.of(state, post.setting(state))) {
            if (wanted.test(paper) && inFlight.add(name(state, paper))) {
                channels.next(code)
                        .ifPresentOrElse(
                                channel -> calls.make(channel, call(state, paper, channel)),
                                () -> absent(state, paper, code));
            }
        }
    }

    private Calls.Call call(State state, Due paper, PluginSeat<IntakeChannel, ChannelProfile> channel) {
        return new Calls.Call(
                name(state, paper),
                state.number(),
                running -> deliver(state, paper, channel, running),
                () -> again(state, paper, channel.stamp()),
                () -> inFlight.remove(name(state, paper)),
                () -> {
                    interrupted(state, paper, channel);
                    calls.pump();
                });
    }

    private void deliver(
            State state, Due paper, PluginSeat<IntakeChannel, ChannelProfile> channel, RunningCall running) {
        String stamp = channel.stamp();
        try {
            @Nullable Delivery delivery = channel.plugin().deliver(papers.apply(state.number(), paper.kind()));
            if (!running.ended()) {
                return;
            }
            if (running.interrupted()) {
                running.failed("interrupted");
                interrupted(state, paper, channel);
            } else if (delivery == null) {
                throw new IllegalStateException("channel " + stamp + " returned nothing (rule I-01)");
            } else if (delivery == Delivery.NOT_YET) {
                postponed(state, paper, Cause.NOT_YET, stamp);
            } else {
                record(state, paper, new PaperDelivered(paper.kind(), delivery), stamp, () -> {});
            }
        } catch (Throwable e) {
            if (!running.ended()) {
                return;
            }
            if (running.interrupted()) {
                running.failed("interrupted");
                interrupted(state, paper, channel);
                return;
            }
            running.failed(e.getClass().getSimpleName());
            log.warn(
                    "channel {} did not take paper {} of {}; it is tried again",
                    stamp,
                    paper.kind(),
                    state.number(),
                    e);
            postponed(state, paper, Cause.FAILED, stamp);
        }
    }

    /** An interrupted call: of a leaving channel it is made again at once, else after a while. */
    private void interrupted(State state, Due paper, PluginSeat<IntakeChannel, ChannelProfile> channel) {
        if (channel.seat().closed()) {
            again(state, paper, channel.stamp());
        } else {
            postponed(state, paper, Cause.FAILED, channel.stamp());
        }
    }

    private void again(State state, Due paper, String stamp) {
        Instant now = post.setting(state).now();
        record(state, paper, new PaperPostponed(paper.kind(), Cause.NONE, Optional.of(now)), stamp, () -> {});
    }

    private void postponed(State state, Due paper, Cause cause, String stamp) {
        Instant again = BackOff.after(paper.calls(), post.setting(state).now());
        record(state, paper, new PaperPostponed(paper.kind(), cause, Optional.of(again)), stamp, () -> {});
    }

    /** It waits for the channel. One that came back before this was on disk has not seen it, and is asked now. */
    private void absent(State state, Due paper, String code) {
        List<Event> news = new ArrayList<>();
        if (paper.cause() != Cause.NOT_INSTALLED) {
            news.add(new PaperPostponed(paper.kind(), Cause.NOT_INSTALLED, Optional.empty()));
        }
        record(state, paper, news, "", () -> {
            if (channels.serving(code).isPresent()) {
                post.state(state.number()).ifPresent(this::resume);
            }
        });
    }

    private void record(State state, Due paper, Event event, String stamp, Runnable after) {
        record(state, paper, List.of(event), stamp, after);
    }

    /** Records what became of a paper, if it is still to be handed over. */
    private void record(State state, Due paper, List<Event> events, String stamp, Runnable after) {
        post.lay(
                state.number(),
                (now, setting) -> Decider.record(
                        now,
                        new Moment(setting.now(), Moment.SYSTEM, stamp),
                        now.outbox().waits(paper) ? events : List.of(),
                        setting),
                () -> {
                    inFlight.remove(name(state, paper));
                    after.run();
                });
    }

    private static String name(State state, Due paper) {
        return state.number() + "." + paper.kind() + "." + paper.since();
    }
}

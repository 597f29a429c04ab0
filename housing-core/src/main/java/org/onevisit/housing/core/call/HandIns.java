package org.onevisit.housing.core.call;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import org.onevisit.housing.core.rules.DuePapers;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.spi.intake.IntakeChannel;
import org.onevisit.housing.spi.intake.IntakeChannel.ChannelProfile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets channels fetch applications that were put down somewhere, each once in a while and never twice at once. */
public final class HandIns {
    private static final Logger log = LoggerFactory.getLogger(HandIns.class);
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);
    private static final String NOT_IN_IDS = "[^A-Za-z0-9._-]";
    private static final int LONGEST_ID = 64;
    private final Channels channels;
    private final ExecutorService executor;
    private final BiFunction<String, ChannelProfile, ApprovalService> doors;
    private final Set<PluginSeat<IntakeChannel, ChannelProfile>> collecting = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> last = new ConcurrentHashMap<>();
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    /** Collections by these channels, on this executor; {@code doors} gives a channel, by the name it acts under, its door. */
    public HandIns(
            Channels channels, ExecutorService executor, BiFunction<String, ChannelProfile, ApprovalService> doors) {
        this.channels = channels;
        this.executor = executor;
        this.doors = doors;
    }

    /** Lets every channel that serves collect, unless it did a moment ago. */
    public void due(Instant now) {
        for (PluginSeat<IntakeChannel, ChannelProfile> channel : channels.all()) {
            String code = code(channel);
            Instant before = last.get(code);
            boolean serves = channels.serving(code).filter(channel::equals).isPresent();
            Duration pause = failed.contains(code) ? AFTER_A_FAILURE : BETWEEN;
            boolean early = before != null && now.isBefore(before.plus(pause)) && !now.isBefore(before);
            if (serves && !early && collecting.add(channel)) {
                last.put(code, now);
                start(channel);
            }
        }
    }

    private void start(PluginSeat<IntakeChannel, ChannelProfile> channel) {
        RunningCall call =
                new RunningCall("collect:" + code(channel), channel.timeout().toMillis(), () -> {});
        channel.running().add(call);
        try {
            call.runsIn(executor.submit(() -> collect(channel, call)));
        } catch (RejectedExecutionException e) {
            channel.running().remove(call);
            collecting.remove(channel);
        }
    }

    private void collect(PluginSeat<IntakeChannel, ChannelProfile> channel, RunningCall call) {
        boolean entered = channel.seat().enter();
        try {
            if (entered) {
                channel.plugin().collect(doors.apply(actor(channel.profile()), channel.profile()));
                failed.remove(code(channel));
            }
        } catch (Throwable e) {
            failed.add(code(channel));
            log.warn("channel {} failed to collect; it is asked again", channel.stamp(), e);
        } finally {
            if (entered) {
                channel.seat().leave();
            }
            channel.running().remove(call);
            collecting.remove(channel);
            boolean unused = Thread.interrupted();
        }
    }

    private static String code(PluginSeat<IntakeChannel, ChannelProfile> channel) {
        return DuePapers.channel(channel.profile().channel(), channel.profile().window());
    }

    /** The name that a channel acts under: always the same, and no other channel's. */
    static String actor(ChannelProfile profile) {
        String whole = profile.channel() + "." + profile.window();
        String plain = whole.replaceAll(NOT_IN_IDS, "_");
        if (plain.equals(whole) && whole.length() <= LONGEST_ID) {
            return whole;
        }
        String other = "@" + UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
        return plain.substring(0, Math.min(plain.length(), LONGEST_ID - other.length())) + other;
    }
}

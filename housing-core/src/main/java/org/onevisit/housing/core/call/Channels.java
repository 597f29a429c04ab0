package org.onevisit.housing.core.call;

import java.time.Duration;
import java.util.function.Supplier;
import org.onevisit.housing.core.plugin.Shares;
import org.onevisit.housing.core.rules.DuePapers;
import org.onevisit.housing.spi.intake.IntakeChannel;
import org.onevisit.housing.spi.intake.IntakeChannel.ChannelProfile;

/** The intake channels that serve now, by channel and window. */
public final class Channels extends Plugins<IntakeChannel, ChannelProfile> {
    private static final int CALLS_AT_ONCE = 4;

    /** No channels yet; {@code shares} says who is to take but a share of the calls; one call ends after {@code time}. */
    public Channels(Shares shares, Supplier<Duration> time) {
        super(
                new Kind<>(
                        "channel",
                        IntakeChannel::profile,
                        profile -> DuePapers.channel(profile.channel(), profile.window()),
                        profile -> time.get(),
                        profile -> CALLS_AT_ONCE),
                shares);
    }
}

package org.onevisit.housing.core.call;

import java.time.Duration;
import org.onevisit.housing.core.plugin.Shares;
import org.onevisit.housing.core.rules.DuePapers;
import org.onevisit.housing.spi.intake.IntakeChannel;
import org.onevisit.housing.spi.intake.IntakeChannel.ChannelProfile;

/** The intake channels that serve now, by channel and window. */
public final class Channels extends Plugins<IntakeChannel, ChannelProfile> {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int CALLS_AT_ONCE = 4;

    /** No channels yet; {@code shares} says who is to take but a share of the calls. */
    public Channels(Shares shares) {
        super(
                new Kind<>(
                        "channel",
                        IntakeChannel::profile,
                        profile -> DuePapers.channel(profile.channel(), profile.window()),
                        profile -> TIMEOUT,
                        profile -> CALLS_AT_ONCE),
                shares);
    }
}

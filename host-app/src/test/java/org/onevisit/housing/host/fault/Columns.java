package org.onevisit.housing.host.fault;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All columns but the review's and the store's in one host: only the plugin that is at fault differs. Each comes when it is first wanted. */
final class Columns implements AutoCloseable {
    private static final int MILLIS = 1000;
    private final Path folder;
    private @Nullable FaultHost site;
    private @Nullable AgencyFaults agency;
    private @Nullable ChannelFaults channel;
    private @Nullable PolicyFaults policy;

    Columns(Path folder) {
        this.folder = folder;
    }

    private FaultHost site() {
        if (site == null) {
            site = new FaultHost(
                    folder.resolve("plugins-at-fault"),
                    builder -> builder.configure(FaultHost.CORE, Map.of("answerWithinMillis", MILLIS)));
        }
        return site;
    }

    AgencyFaults agency() {
        if (agency == null) {
            agency = new AgencyFaults(site());
        }
        return agency;
    }

    Column agencyCollect() {
        return new AgencyCollectFaults(agency());
    }

    ChannelFaults channel() {
        agency();
        if (channel == null) {
            channel = new ChannelFaults(site());
        }
        return channel;
    }

    Column channelCollect() {
        return new ChannelCollectFaults(channel());
    }

    Column outlet() {
        agency();
        return new OutletFaults(site());
    }

    Column calendar() {
        agency();
        return new CalendarFaults(site());
    }

    /** It comes last: judgements of a foreign plugin are asked within the short time of this host. */
    PolicyFaults policy() {
        agency();
        if (policy == null) {
            policy = new PolicyFaults(site());
        }
        return policy;
    }

    Column assistance() {
        return new PartFaults(policy(), "assistance");
    }

    Column publicity() {
        return new PartFaults(policy(), "publicity");
    }

    /** In a host of its own, when the other one is closed. */
    Column review() {
        close();
        return new ReviewFaults(folder.resolve("review-at-fault"));
    }

    /** In a host of its own. */
    Column store() {
        close();
        return new StoreFaults(folder.resolve("store-at-fault"));
    }

    @Override
    public void close() {
        Optional.ofNullable(site).ifPresent(FaultHost::close);
        site = null;
    }
}

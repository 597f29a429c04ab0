package org.onevisit.housing.core.call;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.onevisit.housing.core.plugin.Seat;
import org.onevisit.housing.core.plugin.Seats;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The agency plugins that serve now. One that leaves is drained, then interrupted, then abandoned and counted as held. */
public final class Agencies {
    private static final Logger log = LoggerFactory.getLogger(Agencies.class);
    private static final Duration BEYOND_THE_CALL = Duration.ofSeconds(5);
    private static final Duration AFTER_THE_INTERRUPT = Duration.ofSeconds(2);
    private final Seats<AgencyCheck> seats = new Seats<>();
    private final Map<Seat<AgencyCheck>, AgencySeat> agencies = new ConcurrentHashMap<>();
    private final Map<String, String> arrivals = new ConcurrentHashMap<>();
    private final AtomicInteger held = new AtomicInteger();

    /** Seats a plugin; asks its profile, once. */
    public CheckProfile arrive(AgencyCheck plugin, String stamp, int ranking) {
        CheckProfile profile = plugin.profile();
        Seat<AgencyCheck> seat = new Seat<>(plugin, stamp);
        agencies.put(seat, new AgencySeat(seat, profile));
        seats.seat(profile.check(), ranking, seat);
        arrivals.put(profile.check(), profile.agency());
        log.info("check {} is supplied by {}", profile.check(), stamp);
        return profile;
    }

    /** Takes a plugin's seat away: waits for the calls inside, at most their timeout and five seconds, then interrupts them. */
    public void leave(AgencyCheck plugin) {
        Optional<Seat<AgencyCheck>> seat = seats.unseat(plugin);
        if (seat.isEmpty()) {
            return;
        }
        AgencySeat agency = agencies.remove(seat.get());
        if (agency == null) {
            return;
        }
        try {
            if (!seat.get().drained(agency.profile().callTimeout().plus(BEYOND_THE_CALL))) {
                agency.running().forEach(RunningCall::interrupt);
                if (!seat.get().drained(AFTER_THE_INTERRUPT)) {
                    held.incrementAndGet();
                    log.warn(
                            "plugin {} ignores the interrupt: abandoned, its class loader is held",
                            seat.get().stamp());
                }
            }
        } catch (InterruptedException e) {
            agency.running().forEach(RunningCall::interrupt);
            Thread.currentThread().interrupt();
        }
        log.info(
                "check {} is no longer supplied by {}",
                agency.profile().check(),
                seat.get().stamp());
    }

    /** How many plugins were abandoned with a call inside. */
    public int held() {
        return held.get();
    }

    Optional<AgencySeat> serving(String check) {
        return seats.serving(check).map(agencies::get);
    }

    /** All of them by code, so that equal runs call them in the same order. */
    List<AgencySeat> all() {
        return agencies.values().stream()
                .sorted(Comparator.comparing(agency -> agency.profile().check()))
                .toList();
    }

    /** The profile of the plugin that supplies a check. */
    public Optional<CheckProfile> profile(String check) {
        return serving(check).map(AgencySeat::profile);
    }

    /** Name and version of the plugin that supplies a check. */
    public Optional<String> stamp(String check) {
        return serving(check).map(agency -> agency.seat().stamp());
    }

    /** Codes of checks that are supplied. */
    public List<String> codes() {
        return seats.codes();
    }

    /** Checks that were installed since this was asked last, with their agencies. */
    public Map<String, String> takeArrivals() {
        Map<String, String> taken = new TreeMap<>(arrivals);
        taken.forEach(arrivals::remove);
        return taken;
    }
}

package org.onevisit.housing.core.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.FindingInbox;
import org.onevisit.housing.spi.verification.FindingInbox.DeliveryOutcome;
import org.onevisit.housing.spi.verification.Pickup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets agencies fetch answers that were put down somewhere, each once in a while and never twice at once. */
public final class Collections {
    private static final Logger log = LoggerFactory.getLogger(Collections.class);
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final int MOST_TICKETS = 1000;
    private final Agencies agencies;
    private final ExecutorService executor;
    private final Post post;
    private final FindingInbox inbox;
    private final People people;
    private final Set<PluginSeat<AgencyCheck, CheckProfile>> collecting = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> last = new ConcurrentHashMap<>();

    /** Collections from these agencies, on this executor; what comes is delivered into the inbox. */
    public Collections(Agencies agencies, ExecutorService executor, Post post, FindingInbox inbox, People people) {
        this.agencies = agencies;
        this.executor = executor;
        this.post = post;
        this.inbox = inbox;
        this.people = people;
    }

    /** Who is meant by what an agency calls a person. */
    @FunctionalInterface
    public interface People {
        /** The person of an inquiry of this check; empty when there is none. */
        Optional<Pickup.Asked> person(String check, String idOrTicket, String idOrNumber);
    }

    /** Lets every agency that serves collect, unless it did a moment ago; answers come late, too. */
    public void due(Instant now) {
        for (PluginSeat<AgencyCheck, CheckProfile> agency : agencies.all()) {
            String check = agency.profile().check();
            Instant before = last.get(check);
            boolean serves = agencies.serving(check).filter(agency::equals).isPresent();
            boolean early = before != null && now.isBefore(before.plus(BETWEEN)) && !now.isBefore(before);
            if (serves && !early && collecting.add(agency)) {
                last.put(check, now);
                start(agency);
            }
        }
    }

    private void start(PluginSeat<AgencyCheck, CheckProfile> agency) {
        RunningCall call = new RunningCall(
                "collect:" + agency.profile().check(), agency.timeout().toMillis(), () -> {});
        agency.running().add(call);
        try {
            call.runsIn(executor.submit(() -> collect(agency, call)));
        } catch (RejectedExecutionException e) {
            agency.running().remove(call);
            collecting.remove(agency);
        }
    }

    private void collect(PluginSeat<AgencyCheck, CheckProfile> agency, RunningCall call) {
        boolean entered = agency.seat().enter();
        try {
            if (entered) {
                agency.plugin().collect(new Basket(agency.profile().check(), openTickets(agency)));
            }
        } catch (Throwable e) {
            log.warn("plugin {} failed to collect; it is asked again", agency.stamp(), e);
        } finally {
            if (entered) {
                agency.seat().leave();
            }
            agency.running().remove(call);
            collecting.remove(agency);
            boolean unused = Thread.interrupted();
        }
    }

    private List<String> openTickets(PluginSeat<AgencyCheck, CheckProfile> agency) {
        List<String> tickets = new ArrayList<>();
        for (ApplicationNumber number : post.waitingFor(agency.profile().agency())) {
            post.state(number)
                    .map(State::verification)
                    .map(v -> v.slots().get(agency.profile().check()))
                    .filter(Slot::asking)
                    .flatMap(Slot::ticket)
                    .ifPresent(tickets::add);
            if (tickets.size() == MOST_TICKETS) {
                break;
            }
        }
        return tickets;
    }

    private final class Basket implements Pickup {
        private final String check;
        private final List<String> tickets;

        Basket(String check, List<String> tickets) {
            this.check = check;
            this.tickets = List.copyOf(tickets);
        }

        @Override
        public List<String> openTickets() {
            return tickets;
        }

        @Override
        public DeliveryOutcome deliver(String idOrTicket, Finding finding) {
            return inbox.deliver(check, idOrTicket, finding);
        }

        @Override
        public Optional<Asked> person(String idOrTicket, String idOrNumber) {
            return people.person(check, idOrTicket, idOrNumber);
        }
    }
}

package org.onevisit.housing.core.call;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.onevisit.housing.core.plugin.CallBoard;
import org.onevisit.housing.core.plugin.Seat;
import org.onevisit.housing.core.plugin.Seats;
import org.onevisit.housing.core.plugin.Shares;
import org.onevisit.housing.view.CallFigures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins of one kind that are called and serve now. One that leaves is drained, then interrupted, then abandoned and counted as
 * held. Safe for every thread.
 *
 * @param <T> type of the plugins
 * @param <P> what they say of themselves
 */
public class Plugins<T, P> {
    private static final Logger log = LoggerFactory.getLogger(Plugins.class);
    private static final Duration BEYOND_THE_CALL = Duration.ofSeconds(5);
    private static final Duration AFTER_THE_INTERRUPT = Duration.ofSeconds(2);
    private final Kind<T, P> kind;
    private final Seats<T> seats;
    private final Map<Seat<T>, PluginSeat<T, P>> plugins = new ConcurrentHashMap<>();
    private final Set<String> arrivals = ConcurrentHashMap.newKeySet();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final AtomicInteger held = new AtomicInteger();

    /**
     * A kind of plugins.
     *
     * @param word what one of them is called
     * @param profile what a plugin says of itself
     * @param code under which it is asked for
     * @param timeout of one call
     * @param callsAtOnce how many calls it bears
     */
    record Kind<T, P>(
            String word,
            Function<T, P> profile,
            Function<P, String> code,
            Function<P, Duration> timeout,
            ToIntFunction<P> callsAtOnce) {}

    Plugins(Kind<T, P> kind, Shares shares) {
        this.kind = kind;
        this.seats = new Seats<>(shares);
    }

    /** Calls to whoever arrives from now on are noted on this board. */
    public void board(CallBoard board) {
        seats.board(board);
    }

    /** Seats a plugin; asks its profile, once. */
    public P arrive(T plugin, String stamp, int ranking) {
        P profile = kind.profile().apply(plugin);
        String code = kind.code().apply(profile);
        Seat<T> seat = new Seat<>(plugin, stamp);
        plugins.put(
                seat,
                new PluginSeat<>(
                        seat,
                        profile,
                        kind.timeout().apply(profile),
                        kind.callsAtOnce().applyAsInt(profile)));
        seats.seat(code, ranking, seat);
        known.add(code);
        arrivals.add(code);
        log.info("{} {} is supplied by {}", kind.word(), code, stamp);
        return profile;
    }

    /** Takes a plugin's seat away: waits for the calls inside, at most their timeout and five seconds, then interrupts them. */
    public void leave(T plugin) {
        Optional<Seat<T>> seat = seats.unseat(plugin);
        if (seat.isEmpty()) {
            return;
        }
        PluginSeat<T, P> leaving = plugins.remove(seat.get());
        if (leaving == null) {
            return;
        }
        if (seat.get().holdsCaller()) {
            log.warn("plugin {} leaves in the middle of a call to it: the call is not waited for", leaving.stamp());
        } else {
            drain(seat.get(), leaving);
        }
        log.info(
                "{} {} is no longer supplied by {}",
                kind.word(),
                kind.code().apply(leaving.profile()),
                leaving.stamp());
    }

    private void drain(Seat<T> seat, PluginSeat<T, P> leaving) {
        try {
            if (!seat.drained(leaving.timeout().plus(BEYOND_THE_CALL))) {
                leaving.running().forEach(RunningCall::interrupt);
                if (!seat.drained(AFTER_THE_INTERRUPT)) {
                    held.incrementAndGet();
                    log.warn("plugin {} ignores the interrupt: abandoned, its class loader is held", leaving.stamp());
                    leaving.running().forEach(leaving::abandon);
                    leaving.turnAwayWhoWaits();
                }
            }
        } catch (InterruptedException e) {
            leaving.running().forEach(RunningCall::interrupt);
            Thread.currentThread().interrupt();
        }
    }

    /** How many plugins were abandoned with a call inside. */
    public int held() {
        return held.get();
    }

    Optional<PluginSeat<T, P>> serving(String code) {
        return seats.serving(code).map(plugins::get);
    }

    /** The plugin that takes the next call to a code. */
    Optional<PluginSeat<T, P>> next(String code) {
        return seats.next(code).map(plugins::get);
    }

    /** The plugin that takes every call to a code, as long as nothing changes. */
    Optional<PluginSeat<T, P>> alone(String code) {
        return seats.alone(code).map(plugins::get);
    }

    /** How the calls to each of them have gone. */
    public List<CallFigures> figures() {
        return all().stream()
                .map(plugin -> plugin.tally().figures(plugin.stamp()))
                .toList();
    }

    /** Codes that a version supplies, ordered. */
    public List<String> codesOf(String stamp) {
        return all().stream()
                .filter(plugin -> plugin.stamp().equals(stamp))
                .map(plugin -> kind.code().apply(plugin.profile()))
                .toList();
    }

    /** How many calls are inside a version. */
    public int inside(String stamp) {
        return all().stream()
                .filter(plugin -> plugin.stamp().equals(stamp))
                .mapToInt(plugin -> plugin.seat().inside())
                .sum();
    }

    /** All of them by code, so that equal runs call them in the same order. */
    List<PluginSeat<T, P>> all() {
        return plugins.values().stream()
                .sorted(Comparator.comparing(plugin -> kind.code().apply(plugin.profile())))
                .toList();
    }

    /** The profile of the plugin that serves a code. */
    public Optional<P> profile(String code) {
        return serving(code).map(PluginSeat::profile);
    }

    /** Name and version of the plugin that serves a code. */
    public Optional<String> stamp(String code) {
        return serving(code).map(PluginSeat::stamp);
    }

    /** Codes that are served. */
    public List<String> codes() {
        return seats.codes();
    }

    /** Has a plugin served this code since the start, even if it is away now? */
    public boolean known(String code) {
        return known.contains(code);
    }

    /** Codes that plugins have arrived for since this was asked last. */
    public Set<String> takeArrivals() {
        Set<String> taken = new TreeSet<>(arrivals);
        arrivals.removeAll(taken);
        return taken;
    }

    /** Interrupts calls that have run longer than their plugin may take, and gives up those that ignore it. */
    public void interruptOverTime() {
        for (PluginSeat<T, P> plugin : all()) {
            for (RunningCall call : plugin.running()) {
                if (call.overTime() && !call.interrupted()) {
                    log.warn("plugin {}: call {} over time, interrupted", plugin.stamp(), call.id());
                    call.interrupt();
                }
                if (call.ignoresTheInterrupt() && plugin.abandon(call)) {
                    log.warn("plugin {}: call {} ignores the interrupt and is given up", plugin.stamp(), call.id());
                }
            }
        }
    }
}

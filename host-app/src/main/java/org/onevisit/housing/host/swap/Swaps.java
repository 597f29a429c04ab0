package org.onevisit.housing.host.swap;

import com.google.common.base.Stopwatch;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.onevisit.housing.engine.MaintenanceService;
import org.onevisit.housing.host.swap.Plan.EditionDifference;
import org.onevisit.housing.host.swap.SwapJournal.Event;
import org.onevisit.housing.host.swap.SwapRecord.State;
import org.onevisit.housing.host.tray.Arrival;
import org.onevisit.housing.host.tray.Module.Kind;
import org.onevisit.housing.host.tray.RefusedException;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.policy.EditionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Executes plans. Safe for every thread. */
public final class Swaps {
    private static final Logger LOG = LoggerFactory.getLogger(Swaps.class);
    private static final Duration GOOD_FOR = Duration.ofMinutes(60);
    private static final int AT_MOST = 100;
    private final SwapSite site;
    private final Plans plans;
    private final SwapJournal journal;
    private final Executor work;
    private final Cache<String, SwapWork> swaps =
            CacheBuilder.newBuilder().maximumSize(AT_MOST).build();

    /** Changes at a site, executed on these threads. */
    public Swaps(SwapSite site, Plans plans, SwapJournal journal, Executor work) {
        this.site = site;
        this.plans = plans;
        this.journal = journal;
        this.work = work;
    }

    /**
     * Begins to execute a plan.
     *
     * @throws HousingException NOT_FOUND when this run of the host has no such plan, ILLEGAL_TRANSITION when it cannot be executed, is
     *     executed already, or is too old; then nothing has changed
     */
    public SwapRecord begin(String id, SwapOptions options, Actor actor) {
        PlanWork planned = plans.find(id)
                .orElseThrow(() -> new HousingException(
                        ErrorCode.NOT_FOUND,
                        "there is no plan %s; plans do not outlive a restart of the host: plan anew".formatted(id)));
        Plan plan =
                planned.plan().orElseThrow(() -> refused("plan %s is not ready: %s".formatted(id, planned.failure())));
        if (!plan.possible()) {
            throw refused("plan %s cannot be executed: %s".formatted(id, String.join("; ", plan.refused())));
        }
        if (plan.at().plus(GOOD_FOR).isBefore(site.clock().instant())) {
            throw refused("plan %s is older than %d minutes: plan anew".formatted(id, GOOD_FOR.toMinutes()));
        }
        boolean second =
                !options.dryRun() && site.twoOperators() && plan.module().kind() == Kind.PACK;
        SwapWork swap = new SwapWork(
                planned,
                plan,
                options,
                actor.id(),
                site.clock(),
                second ? State.AWAITING_CONFIRMATION : State.CHECKING);
        SwapWork earlier = swaps.asMap().putIfAbsent(id, swap);
        if (earlier != null && !earlier.record().nothingChanged()) {
            throw refused("plan %s is executed already; see what became of it, or plan anew".formatted(id));
        }
        swaps.put(id, swap);
        if (second) {
            swap.say("begun by %s; a second operator has to confirm it".formatted(actor.id()));
        } else {
            work.execute(() -> run(swap, actor));
        }
        return swap.record();
    }

    /**
     * Confirms a change that waits for a second operator.
     *
     * @throws HousingException NOT_FOUND, ILLEGAL_TRANSITION when it does not wait or it is the same operator
     */
    public SwapRecord confirm(String id, Actor actor) {
        SwapWork swap = known(id);
        if (swap.operator().equals(actor.id())) {
            throw refused("who began a change cannot confirm it: another operator has to");
        }
        if (!swap.go(State.AWAITING_CONFIRMATION, State.CHECKING)) {
            throw refused("the change %s does not wait to be confirmed".formatted(id));
        }
        swap.confirmed(actor.id());
        work.execute(() -> run(swap, actor));
        return swap.record();
    }

    /** A change, as it stands now. */
    public Optional<SwapRecord> find(String id) {
        return Optional.ofNullable(swaps.getIfPresent(id)).map(SwapWork::record);
    }

    /** The changes of this run of the host, the latest first. */
    public List<SwapRecord> all() {
        return swaps.asMap().values().stream()
                .map(SwapWork::record)
                .sorted((a, b) -> b.began().compareTo(a.began()))
                .toList();
    }

    private SwapWork known(String id) {
        return Optional.ofNullable(swaps.getIfPresent(id))
                .orElseThrow(() -> new HousingException(
                        ErrorCode.NOT_FOUND, "there is no change %s in this run of the host".formatted(id)));
    }

    private static HousingException refused(String reason) {
        return new HousingException(ErrorCode.ILLEGAL_TRANSITION, reason);
    }

    private void run(SwapWork swap, Actor actor) {
        try {
            Plan now = plans.recount(swap.work(), actor);
            Optional<String> changed = changed(swap, now);
            if (changed.isPresent()) {
                end(swap, State.REFUSED, changed.get());
            } else if (swap.options().dryRun()) {
                end(swap, State.CHECKED, "");
            } else {
                execute(swap, actor);
            }
        } catch (RefusedException | HousingException e) {
            end(swap, State.REFUSED, String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            LOG.warn("the change {} could not be executed", swap.plan().id(), e);
            end(swap, State.REFUSED, "it could not be executed: " + e.getMessage());
        }
    }

    private static Optional<String> changed(SwapWork swap, Plan now) {
        if (!now.possible()) {
            return Optional.of(String.join("; ", now.refused()));
        }
        if (!now.leaving().equals(swap.plan().leaving())) {
            return Optional.of("other versions would leave now: " + now.leaving());
        }
        Map<String, Long> counted = swap.plan().counted();
        long drift = Counted.drift(counted, now.counted());
        return drift > swap.options().acceptDrift()
                ? Optional.of("what was counted has changed by %d, and %d is accepted: plan anew, or accept more"
                        .formatted(drift, swap.options().acceptDrift()))
                : Optional.empty();
    }

    private void execute(SwapWork swap, Actor actor) {
        MaintenanceService maintenance = site.engine().maintenanceFor(actor);
        String stamp = swap.plan().module().stamp();
        boolean plugin = swap.plan().module().kind() == Kind.PLUGIN;
        Arrival arrival = site.modules().arrive(swap.work().file());
        swap.go(State.CHECKING, State.RUNNING);
        journal.add(Event.BEGAN, swap, "");
        if (plugin) {
            maintenance.share(stamp, swap.options().share());
        }
        goBack(maintenance, swap.plan());
        try {
            arrival.install();
            swap.say("%s loaded beside %s".formatted(stamp, swap.plan().leaving()));
            Optional<String> failure =
                    plugin ? new Trial(maintenance, swap, Stopwatch.createStarted()).run() : Optional.empty();
            if (failure.isPresent()) {
                arrival.giveUp();
                journal.add(Event.RETURNED, swap, failure.get());
                end(swap, State.RETURNED, failure.get());
                return;
            }
            maintenance.endShare(stamp);
            Stopwatch leaving = Stopwatch.createStarted();
            arrival.settle();
            swap.say("%s has gone after %d ms"
                    .formatted(swap.plan().leaving(), leaving.elapsed().toMillis()));
            journal.add(Event.DONE, swap, "");
            end(swap, State.DONE, "");
        } catch (RefusedException e) {
            journal.add(Event.REFUSED, swap, String.valueOf(e.getMessage()));
            throw e;
        } finally {
            if (plugin) {
                maintenance.endShare(stamp);
            }
        }
    }

    /** What the operator said of those received since is kept before the earlier edition is in force. */
    private static void goBack(MaintenanceService maintenance, Plan plan) {
        plan.since().ifPresent(since -> plan.pack().ifPresent(pack -> pack.editions().stream()
                .filter(EditionDifference::inForce)
                .forEach(edition -> maintenance.goBack(
                        new EditionId(edition.pack(), edition.version(), edition.sha256()), since))));
    }

    private void end(SwapWork swap, State how, String reason) {
        swap.say(
                switch (how) {
                    case DONE -> "done";
                    case CHECKED -> "what was counted still stands; nothing has changed";
                    case RETURNED ->
                        "returned to %s by itself: %s".formatted(swap.plan().leaving(), reason);
                    default -> "refused, nothing has changed: " + reason;
                });
        swap.end(how, reason);
        LOG.info("change {} of {}: {}", swap.plan().id(), swap.plan().module().stamp(), how);
        try {
            plans.files().write(swap.record());
        } catch (IOException e) {
            LOG.error(
                    "the record of the change {} cannot be written: {}",
                    swap.plan().id(),
                    e.getMessage());
        }
    }
}

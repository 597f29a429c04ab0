package org.onevisit.housing.core.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.onevisit.housing.core.call.AgencyCalls;
import org.onevisit.housing.core.call.Calls;
import org.onevisit.housing.core.call.Collections;
import org.onevisit.housing.core.call.Deliveries;
import org.onevisit.housing.core.call.HandIns;
import org.onevisit.housing.core.call.Postings;
import org.onevisit.housing.core.mailbox.Committed;
import org.onevisit.housing.core.state.Days;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.engine.AwardService;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.engine.MaintenanceService;
import org.onevisit.housing.engine.PublicDesk;
import org.onevisit.housing.engine.SupervisionService;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.spi.intake.IntakeChannel.ChannelProfile;
import org.onevisit.housing.spi.policy.EditionId;
import org.onevisit.housing.spi.policy.ProcessRules.CheckRule;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.StoreException;
import org.onevisit.housing.spi.store.StoredApplication;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.FindingInbox;
import org.onevisit.housing.view.AgencyHealth;
import org.onevisit.housing.view.JournalEntry;
import org.onevisit.housing.view.Paper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine: wires the rooms together. Works in a test with {@code new}, as in a framework. */
final class Engine implements HousingEngine {
    private static final Logger log = LoggerFactory.getLogger(Engine.class);
    private static final Duration HORIZON = Duration.ofDays(31);
    private final Core core;
    private final Views views;
    private final Inbox inbox;
    private final Calls calls;
    private final Errands errands;
    private final Followers followers;
    private final TimedWork timed;
    private final Erasures erasures;
    private final AtomicBoolean remembered = new AtomicBoolean();

    Engine(Core core, ExecutorService executor) {
        this.core = core;
        views = new Views(core);
        inbox = new Inbox(core);
        calls = new Calls(executor, core);
        errands = new Errands(
                new AgencyCalls(core.agencies(), calls, core),
                new Collections(core.agencies(), executor, core, inbox, inbox::person),
                new Postings(core.outlets(), core.editions(), executor, core, core.outletBounds()),
                new Deliveries(core.channels(), calls, core, this::paper),
                new HandIns(core.channels(), executor, this::door));
        followers = new Followers(core, executor);
        timed = new TimedWork(core, calls, errands, now -> core.calendars().due(now, executor));
        core.engine(this::committed, errands.agencies()::foretold);
        erasures = new Erasures(core);
        erasures.replay();
    }

    /** After a commit: plugins are called, followers told. Trouble here never undoes what is on disk. */
    private void committed(List<Committed> done) {
        calls.gather(() -> done.forEach(this::follow));
        followers.news();
    }

    private void follow(Committed one) {
        try {
            errands.follow(one.before(), one.after());
        } catch (RuntimeException e) {
            log.warn(
                    "application {}: what follows is left to the next timed work",
                    one.after().number(),
                    e);
        }
    }

    private Paper paper(ApplicationNumber number, String kind) {
        return new Papers(core, views).paper(core.dossier(number), kind);
    }

    /** The door of a channel: it hands in, and nothing else. */
    private ApprovalService door(String name, ChannelProfile channel) {
        return approvalsFor(Actor.officer(name, Role.CHANNEL, core.county(), channel.window()));
    }

    FindingInbox inbox() {
        return inbox;
    }

    Core core() {
        return core;
    }

    @Override
    public ApprovalService approvalsFor(Actor actor) {
        return new Approvals(core, actor, views, inbox);
    }

    @Override
    public AwardService awardsFor(Actor actor) {
        return new Awards(core, actor, views);
    }

    @Override
    public SupervisionService supervisionFor(Actor actor) {
        return new Supervision(core, actor, this::agencyHealth);
    }

    @Override
    public MaintenanceService maintenanceFor(Actor actor) {
        return new Maintenance(core, actor, followers::news);
    }

    @Override
    public PublicDesk publicDesk() {
        return new Desk(core, views);
    }

    @Override
    public int runDue(Instant now) {
        int touched = core.at(now, () -> timed.runDue(now));
        core.ledger().due(now);
        rememberErasures();
        followers.news();
        return touched;
    }

    /** Once, as soon as there is a pack that says which county this is. */
    private void rememberErasures() {
        if (!remembered.get() && core.countyKnown()) {
            erasures.remember(core.county());
            remembered.set(true);
        }
    }

    @Override
    public Optional<Instant> nextDue(Instant from) {
        List<ApplicationNumber> first = core.store().due(from.plus(HORIZON), 1);
        return first.stream()
                .findFirst()
                .flatMap(core.store()::load)
                .map(StoredApplication::state)
                .flatMap(row -> row.wakeAt());
    }

    @Override
    public AutoCloseable follow(String name, Consumer<JournalEntry> listener) {
        return followers.follow(name, listener);
    }

    @Override
    public List<JournalEntry> eventsAfter(long position, int limit) {
        List<JournalEntry> entries = new ArrayList<>();
        for (EventRow row : core.store().eventsAfter(position, limit)) {
            List<JournalEntry> more = core.journal().entries(row);
            if (!entries.isEmpty() && entries.size() + more.size() > limit) {
                break; // what shares a position comes together, or the rest of it would never come
            }
            entries.addAll(more);
        }
        return entries;
    }

    @Override
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        try {
            EditionId edition = core.editions().inForce(core.county(), core.pack(), Days.of(core.now()));
            core.editions().rules(edition).checks().forEach(rule -> lacking(rule)
                    .ifPresent(missing::add));
        } catch (HousingException e) {
            missing.add(e.getMessage());
        } catch (StoreException e) {
            log.debug("what checks are wanted is not known", e); // what is said of the store says why
        }
        missing.addAll(core.trouble());
        return missing;
    }

    /** What a wanted check lacks: a plugin, or facts that the county relies on it for. */
    private Optional<String> lacking(CheckRule rule) {
        Optional<CheckProfile> profile = core.agencies().profile(rule.check());
        if (profile.isEmpty()) {
            return Optional.of("核查 " + rule.check() + "（" + rule.text() + "）：没有安装提供它的插件");
        }
        List<String> facts = rule.supplies().stream()
                .filter(key -> !profile.get().supplies().contains(key))
                .map(key -> key.name())
                .toList();
        return facts.isEmpty()
                ? Optional.empty()
                : Optional.of("核查 " + rule.check() + "：插件不提供政策包需要的 " + String.join("、", facts));
    }

    @Override
    public int callsInFlight() {
        return errands.agencies().inFlight();
    }

    @Override
    public List<AgencyHealth> agencyHealth() {
        return errands.agencies().health();
    }

    @Override
    public List<String> installedChecks() {
        return core.agencies().codes().stream()
                .map(code -> code + ": " + core.agencies().stamp(code).orElse(""))
                .toList();
    }
}

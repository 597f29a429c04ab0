package org.onevisit.housing.core.engine;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.onevisit.housing.core.calendar.StateCouncilCalendar;
import org.onevisit.housing.core.call.Postings;
import org.onevisit.housing.core.journal.Chain;
import org.onevisit.housing.core.ledger.LedgerSettings;
import org.onevisit.housing.core.plugin.Bounded;
import org.onevisit.housing.core.plugin.BoundedStore;
import org.onevisit.housing.core.plugin.CallBoard;
import org.onevisit.housing.core.plugin.Editions;
import org.onevisit.housing.core.plugin.Seat;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.engine.AwardService;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.engine.MaintenanceService;
import org.onevisit.housing.engine.PublicDesk;
import org.onevisit.housing.engine.SupervisionService;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.spi.intake.IntakeChannel;
import org.onevisit.housing.spi.policy.PolicySource;
import org.onevisit.housing.spi.publicity.PublicityOutlet;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.FindingInbox;
import org.onevisit.housing.view.AgencyHealth;
import org.onevisit.housing.view.JournalEntry;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The engine's edge to the framework: binds plugins as they come and go, and hands everything else on. */
@Component(
        immediate = true,
        configurationPid = "org.onevisit.housing.core",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {HousingEngine.class, FindingInbox.class})
@Designate(ocd = CoreComponent.Config.class)
public final class CoreComponent implements HousingEngine, FindingInbox {
    private static final WorkCalendar BUNDLED = StateCouncilCalendar.bundled();
    private final Engine engine;

    /** What a site sets. */
    @ObjectClassDefinition(name = "Housing core", description = "Which county this site decides for")
    @interface Config {
        /** Name of the pack. */
        @AttributeDefinition(description = "Name of the pack that judges, for example pinghu")
        String pack();

        /** Code of the county. */
        @AttributeDefinition(description = "Code of the county, 6 digits; empty for the pack's")
        String division() default "";

        /** File of the county's key. */
        @AttributeDefinition(description = "File of the county's key; made when it is not there")
        String keyFile();

        /** Seed of a simulation. */
        @AttributeDefinition(description = "Seed for names in a simulation; 0 for names that nobody can guess")
        long seed() default 0;

        /** How new entries of the journal are chained. */
        @AttributeDefinition(
                description =
                        "Algorithm of the journal's chain: SHA-256 or SM3; what was written before stays as it is",
                options = {@Option(label = "SHA-256", value = "SHA-256"), @Option(label = "SM3", value = "SM3")})
        String chain() default "SHA-256";

        /** How long an entry waits for its checkpoint. */
        @AttributeDefinition(
                description = "Longest wait of an entry for its checkpoint, in minutes",
                min = "1",
                max = "1440")
        int checkpointMinutes() default 10;

        /** How long checkpoints may fail. */
        @AttributeDefinition(
                description = "So many hours may pass without a checkpoint until decisions stop",
                min = "1",
                max = "720")
        int decisionsStopAfterHours() default 24;

        /** File of the signing key. */
        @AttributeDefinition(
                description = "File of the key that signs checkpoints; made when it is not there; empty: checkpoint.key"
                        + " beside keyFile")
        String signingKeyFile() default "";

        /** How long policies, outlets and channels may take. */
        @AttributeDefinition(
                description =
                        "So many milliseconds a policy, an outlet, a channel or a calendar may take to answer; 0: all but"
                                + " channels without end, on the caller's thread",
                min = "0",
                max = "600000")
        int answerWithinMillis() default 30000;

        /** How long the store may take. */
        @AttributeDefinition(
                description =
                        "So many milliseconds the store may take to answer; 0: without end, on the caller's thread",
                min = "0",
                max = "600000")
        int storeWithinMillis() default 30000;

        /** File of the calls that run. */
        @AttributeDefinition(
                description = "File that holds which plugins are being called, for after a crash; empty: none")
        String callsFile() default "";
    }

    /** Starts the engine. */
    @Activate
    public CoreComponent(
            Config config,
            @Reference ApplicationStore store,
            @Reference ServiceReference<ApplicationStore> storeReference,
            @Reference(target = "(housing=engine)") Clock clock,
            @Reference(target = "(housing=engine)") ExecutorService executor) {
        this(config, store, plugged(storeReference).stamp(), clock, executor);
    }

    /** The same, on a store of this name and version. */
    CoreComponent(Config config, ApplicationStore store, String stamp, Clock clock, ExecutorService executor) {
        Path keyFile = Path.of(config.keyFile());
        Site site = new Site(config.pack(), config.division(), keyFile, config.seed(), ledger(config, keyFile));
        CallBoard board = config.callsFile().isBlank() ? CallBoard.NONE : CallBoard.in(Path.of(config.callsFile()));
        Duration storeWithin = Duration.ofMillis(config.storeWithinMillis());
        Core core = storeWithin.isZero()
                ? new Core(site, store, BUNDLED, clock)
                : new Core(site, new BoundedStore(store, storeWithin, board, stamp), BUNDLED, clock);
        core.board(board);
        if (config.answerWithinMillis() > 0) {
            Duration within = Duration.ofMillis(config.answerWithinMillis());
            core.bounded(new Bounded(within), new Bounded(within), new Bounded(within));
            core.channelTime(within);
        }
        engine = new Engine(core, executor);
    }

    private static LedgerSettings ledger(Config config, Path keyFile) {
        return new LedgerSettings(
                Chain.of(config.chain()),
                Duration.ofMinutes(config.checkpointMinutes()),
                Duration.ofHours(config.decisionsStopAfterHours()),
                config.signingKeyFile().isBlank()
                        ? LedgerSettings.beside(keyFile).signingKey()
                        : Path.of(config.signingKeyFile()));
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "unbindCalendar")
    void bindCalendar(WorkCalendar calendar, ServiceReference<WorkCalendar> reference) {
        if (calendar instanceof CalendarComponent) {
            return; // our own days count while nobody brings others
        }
        Plugged plugin = plugged(reference);
        engine.core()
                .calendars()
                .arrive(
                        calendar,
                        plugin.stamp(),
                        plugin.ranking(),
                        engine.core().now());
    }

    void unbindCalendar(WorkCalendar calendar) {
        engine.core().calendars().leave(calendar, engine.core().now());
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "unbindCheck")
    void bindCheck(AgencyCheck check, ServiceReference<AgencyCheck> reference) {
        Plugged plugin = plugged(reference);
        plugin.seat(() -> engine.core().agencies().arrive(check, plugin.stamp(), plugin.ranking()));
    }

    void unbindCheck(AgencyCheck check) {
        engine.core().agencies().leave(check);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "unbindSource")
    void bindSource(PolicySource source, ServiceReference<PolicySource> reference) {
        Plugged plugin = plugged(reference);
        engine.core().sources().seat(Editions.code(), plugin.ranking(), new Seat<>(source, plugin.stamp()));
    }

    void unbindSource(PolicySource source) {
        Leaving.drain(engine.core().sources(), source);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "unbindOutlet")
    void bindOutlet(PublicityOutlet outlet, ServiceReference<PublicityOutlet> reference) {
        Plugged plugin = plugged(reference);
        plugin.seat(() -> engine.core()
                .outlets()
                .seat(Postings.code(outlet), plugin.ranking(), new Seat<>(outlet, plugin.stamp())));
    }

    void unbindOutlet(PublicityOutlet outlet) {
        Leaving.drain(engine.core().outlets(), outlet);
    }

    Engine engine() {
        return engine;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "unbindChannel")
    void bindChannel(IntakeChannel channel, ServiceReference<IntakeChannel> reference) {
        Plugged plugin = plugged(reference);
        plugin.seat(() -> engine.core().channels().arrive(channel, plugin.stamp(), plugin.ranking()));
    }

    void unbindChannel(IntakeChannel channel) {
        engine.core().channels().leave(channel);
    }

    private static Plugged plugged(ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        return new Plugged(
                bundle == null ? "" : bundle.getSymbolicName() + "@" + bundle.getVersion(),
                reference.getProperty("service.ranking") instanceof Integer ranking ? ranking : 0);
    }

    @Override
    public ApprovalService approvalsFor(Actor actor) {
        return engine.approvalsFor(actor);
    }

    @Override
    public AwardService awardsFor(Actor actor) {
        return engine.awardsFor(actor);
    }

    @Override
    public SupervisionService supervisionFor(Actor actor) {
        return engine.supervisionFor(actor);
    }

    @Override
    public MaintenanceService maintenanceFor(Actor actor) {
        return engine.maintenanceFor(actor);
    }

    @Override
    public PublicDesk publicDesk() {
        return engine.publicDesk();
    }

    @Override
    public int runDue(Instant now) {
        return engine.runDue(now);
    }

    @Override
    public Optional<Instant> nextDue(Instant from) {
        return engine.nextDue(from);
    }

    @Override
    public AutoCloseable follow(String name, Consumer<JournalEntry> listener) {
        return engine.follow(name, listener);
    }

    @Override
    public List<JournalEntry> eventsAfter(long position, int limit) {
        return engine.eventsAfter(position, limit);
    }

    @Override
    public List<String> missing() {
        return engine.missing();
    }

    @Override
    public int callsInFlight() {
        return engine.callsInFlight();
    }

    @Override
    public List<AgencyHealth> agencyHealth() {
        return engine.agencyHealth();
    }

    @Override
    public List<String> installedChecks() {
        return engine.installedChecks();
    }

    @Override
    public DeliveryOutcome deliver(String check, String idOrTicket, Finding finding) {
        return engine.inbox().deliver(check, idOrTicket, finding);
    }
}

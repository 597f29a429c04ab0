package org.onevisit.housing.host;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.engine.AwardService;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.engine.PublicDesk;
import org.onevisit.housing.engine.SupervisionService;
import org.onevisit.housing.host.http.HostControl;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.view.JournalEntry;

/**
 * Housing-security approval inside your program. Your users are the actors; no account is kept and no port is opened unless you ask
 * for it. Safe for every thread.
 *
 * <pre>{@code
 * try (HousingHost host = HousingHost.in(Path.of("housing-data")).pack("pinghu").start()) {
 *     ApprovalService approvals = host.approvalsFor(Actor.officer("zhang-7", Role.WINDOW_CLERK, Division.of("330482")));
 *     Receipt receipt = approvals.submit(host.readSubmission(json), "ruoyi-4711");
 * }
 * }</pre>
 */
public final class HousingHost implements AutoCloseable {
    private final Boot.Running running;

    HousingHost(Boot.Running running) {
        this.running = running;
    }

    /** A host over a data folder, which is made if it is not there. */
    public static HostBuilder in(Path data) {
        return new HostBuilder(data);
    }

    /**
     * The engine that serves now.
     *
     * @throws HousingException SITE_NOT_READY while there is none
     */
    public HousingEngine engine() {
        return running.site().engine();
    }

    /** The door for one of your users. */
    public ApprovalService approvalsFor(Actor actor) {
        return engine().approvalsFor(actor);
    }

    /** Awards, for one of your users. */
    public AwardService awardsFor(Actor actor) {
        return engine().awardsFor(actor);
    }

    /** What runs late and who owns the days, for one of your users. */
    public SupervisionService supervisionFor(Actor actor) {
        return engine().supervisionFor(actor);
    }

    /** What everyone may see without signing in. */
    public PublicDesk publicDesk() {
        return engine().publicDesk();
    }

    /**
     * Reads a submission from JSON; stores nothing.
     *
     * @throws HousingException MALFORMED_SUBMISSION with every error and its place
     */
    public Application readSubmission(String json) {
        Actor reader = Actor.officer("host", Role.WINDOW_CLERK, Division.of("000000"));
        return approvalsFor(reader).readSubmission(json);
    }

    /**
     * Delivers every journal entry, in order per application, at least once, from where this name left off.
     *
     * @param name of the follower; its position is kept under it
     * @param listener called one entry at a time; when it throws, the entry comes again later
     * @return stops the deliveries
     */
    public AutoCloseable follow(String name, Consumer<JournalEntry> listener) {
        return engine().follow(name, listener);
    }

    /** Does all timed work that is due by the host's clock; the host does so by itself each second unless it has but one thread. */
    public int runDue() {
        return running.due().run();
    }

    /**
     * Looks at the in-trays and the configuration once; a file is taken in when it has not changed between two looks. The host looks
     * by itself twice a second unless it has but one thread.
     *
     * @return how many files were answered
     */
    public int scanTrays() {
        return running.watches().look();
    }

    /** What is missing before work can be judged, and modules that did not come back; empty when ready. */
    public List<String> missing() {
        return Stream.concat(running.site().watch().missing().stream(), control().notBroughtBack().stream())
                .toList();
    }

    /** The clock of everything here; in a demo it can be moved. */
    public Clock clock() {
        return running.site().clock();
    }

    /** The day that it is by the host's clock, in China. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock().instant(), WorkCalendar.ZONE);
    }

    /** Where it listens, if HTTP is on. */
    public Optional<URI> address() {
        return running.address();
    }

    /** Plugins and packs that are installed. */
    public List<HostControl.PluginInfo> plugins() {
        return control().plugins();
    }

    /** What operators see and do beyond the engine. */
    public HostControl control() {
        return running.site().control();
    }

    /** Finishes what is running, stops within seconds, lets go of the folder; a second time does nothing. */
    @Override
    public void close() {
        running.shutdown().close();
    }
}

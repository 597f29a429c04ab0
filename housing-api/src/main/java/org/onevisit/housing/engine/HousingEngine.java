package org.onevisit.housing.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.view.AgencyHealth;
import org.onevisit.housing.view.JournalEntry;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The engine as a service: gives each actor a door of their own, does the timed work when told to, and lets others follow the
 * journal. Safe for every thread.
 */
@ProviderType
public interface HousingEngine {
    /** The door for an actor; cheap, ask for it each time. */
    ApprovalService approvalsFor(Actor actor);

    /** Awards, for an actor. */
    AwardService awardsFor(Actor actor);

    /** What runs late and who owns the days, for an actor. */
    SupervisionService supervisionFor(Actor actor);

    /** What depends on plugins and editions, for an operator who changes them. */
    MaintenanceService maintenanceFor(Actor actor);

    /** What everyone may see without signing in. */
    PublicDesk publicDesk();

    /**
     * Does all timed work that is due at {@code now}: deadlines, agencies to be asked again, notices that expire, reviews. A host
     * calls it from a scheduler, a simulator after moving its clock. What is due later stays.
     *
     * @return how many applications it touched
     */
    int runDue(Instant now);

    /**
     * When {@link #runDue} has something to do next.
     *
     * @return the earliest moment of all applications, at most a month after {@code from}; empty if there is none
     */
    Optional<Instant> nextDue(Instant from);

    /**
     * Delivers every journal entry, in order per application, at least once, from where this name left off.
     *
     * @param name of the follower; its position is kept under it
     * @param listener called one entry at a time; when it throws, the entry comes again later, with those that share its position
     * @return stops the deliveries
     */
    AutoCloseable follow(String name, Consumer<JournalEntry> listener);

    /**
     * Journal headers of all applications after a position, at most {@code limit}; more only where one step alone brought about more, since
     * what shares a position comes together.
     */
    List<JournalEntry> eventsAfter(long position, int limit);

    /** What is missing before work can be judged: packs, checks that no plugin supplies. Empty when ready. */
    List<String> missing();

    /** Number of calls to agencies that run now. */
    int callsInFlight();

    /** How the agencies that were called since the start do, ordered by code: circuit breakers, calls, failures. */
    List<AgencyHealth> agencyHealth();

    /** Codes of the checks that are installed, each with plugin and version, for example {@code tax: org.x.tax@1.2.0}. */
    List<String> installedChecks();
}

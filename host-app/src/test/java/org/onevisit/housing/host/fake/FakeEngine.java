package org.onevisit.housing.host.fake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.engine.AwardService;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.engine.MaintenanceService;
import org.onevisit.housing.engine.PublicDesk;
import org.onevisit.housing.engine.SupervisionService;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.view.AgencyHealth;
import org.onevisit.housing.view.JournalEntry;

/** An engine that judges nothing: it remembers when it was told to do timed work. */
public final class FakeEngine implements HousingEngine {
    private final List<String> missing;
    private final List<String> installed;
    private final List<Instant> due = new CopyOnWriteArrayList<>();

    /** Says that these are missing. */
    public FakeEngine(List<String> missing, List<String> installed) {
        this.missing = List.copyOf(missing);
        this.installed = List.copyOf(installed);
    }

    @Override
    public ApprovalService approvalsFor(Actor actor) {
        throw none();
    }

    @Override
    public AwardService awardsFor(Actor actor) {
        throw none();
    }

    @Override
    public MaintenanceService maintenanceFor(Actor actor) {
        throw none();
    }

    @Override
    public SupervisionService supervisionFor(Actor actor) {
        throw none();
    }

    @Override
    public PublicDesk publicDesk() {
        throw none();
    }

    @Override
    public int runDue(Instant now) {
        due.add(now);
        return due.size();
    }

    /** The last time that it was told to do timed work. */
    @Override
    public Optional<Instant> nextDue(Instant from) {
        return due.isEmpty() ? Optional.empty() : Optional.of(due.get(due.size() - 1));
    }

    @Override
    public AutoCloseable follow(String name, Consumer<JournalEntry> listener) {
        return () -> {};
    }

    @Override
    public List<JournalEntry> eventsAfter(long position, int limit) {
        return List.of();
    }

    @Override
    public List<String> missing() {
        return missing;
    }

    @Override
    public int callsInFlight() {
        return 0;
    }

    @Override
    public List<AgencyHealth> agencyHealth() {
        return List.of();
    }

    @Override
    public List<String> installedChecks() {
        return installed;
    }

    private static HousingException none() {
        return new HousingException(ErrorCode.NOT_FOUND, "a fake engine has no applications");
    }
}

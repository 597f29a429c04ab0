package org.onevisit.housing.host.swap;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.engine.MaintenanceService.Since;
import org.onevisit.housing.host.tray.ModuleFile;

/** A plan that is being made, or was. Safe for every thread. */
public final class PlanWork {
    private final String id;
    private final ModuleFile file;
    private final boolean back;
    private final Optional<Since> since;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Plan plan;
    private volatile String failure = "";

    PlanWork(String id, ModuleFile file, boolean back, Optional<Since> since) {
        this.id = id;
        this.file = file;
        this.back = back;
        this.since = since;
    }

    /** How far it has come. */
    public enum State {
        /** It is being counted. */
        PLANNING,
        /** It can be executed. */
        READY,
        /** It cannot be executed; the plan says why. */
        REFUSED,
        /** It could not be made. */
        FAILED
    }

    /** Names the plan. */
    public String id() {
        return id;
    }

    ModuleFile file() {
        return file;
    }

    boolean back() {
        return back;
    }

    Optional<Since> since() {
        return since;
    }

    void changed() {
        changes.incrementAndGet();
    }

    void made(Plan made) {
        plan = made;
    }

    void failed(String reason) {
        failure = reason;
    }

    /** How far it has come. */
    public State state() {
        Plan made = plan;
        if (made != null) {
            return made.possible() ? State.READY : State.REFUSED;
        }
        return failure.isEmpty() ? State.PLANNING : State.FAILED;
    }

    /** The plan, once it is made. */
    public Optional<Plan> plan() {
        return Optional.ofNullable(plan);
    }

    /** Applications found so far whose outcome would change. */
    public long changesSoFar() {
        return changes.get();
    }

    /** Why it could not be made; empty when it could. */
    public String failure() {
        return failure;
    }
}

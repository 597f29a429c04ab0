package org.onevisit.housing.host.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.onevisit.housing.engine.MaintenanceService.Since;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.swap.Changes;
import org.onevisit.housing.host.swap.Plan;
import org.onevisit.housing.host.swap.PlanWork;
import org.onevisit.housing.host.swap.SwapOptions;
import org.onevisit.housing.host.swap.SwapRecord;
import org.onevisit.housing.host.swap.SwapRecord.State;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Role;

/** Two operators: one plans and executes, the other confirms where that is wanted. */
final class Operators {
    static final Actor LI = Actor.officer("li-3", Role.OPERATOR, DrillSite.COUNTY);
    static final Actor WU = Actor.officer("wu-1", Role.OPERATOR, DrillSite.COUNTY);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Changes changes;

    Operators(HousingHost host) {
        changes = host.control().changes();
    }

    /** The plan of what this file would change. */
    Plan planned(byte[] content) {
        return made(changes.plans().begin(content, LI));
    }

    /** The plan of the way back to the version before; of a pack with what becomes of applications received since. */
    Plan plannedBack(String name, Optional<Since> since) {
        return made(changes.plans().beginBack(name, since, LI));
    }

    private static Plan made(PlanWork work) {
        await(() -> work.state() != PlanWork.State.PLANNING);
        assertThat(work.failure()).isEmpty();
        return work.plan().orElseThrow();
    }

    /** The record of a plan that was executed to its end. */
    SwapRecord executed(Plan plan, SwapOptions options) {
        changes.swaps().begin(plan.id(), options, LI);
        if (record(plan).state() == State.AWAITING_CONFIRMATION) {
            changes.swaps().confirm(plan.id(), WU);
        }
        await(() -> record(plan).over());
        return record(plan);
    }

    private SwapRecord record(Plan plan) {
        return changes.swaps().find(plan.id()).orElseThrow();
    }

    private static void await(BooleanSupplier done) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(done::getAsBoolean);
    }
}

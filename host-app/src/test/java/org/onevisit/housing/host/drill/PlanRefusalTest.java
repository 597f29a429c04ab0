package org.onevisit.housing.host.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.MovableClock;
import org.onevisit.housing.host.swap.Plan;
import org.onevisit.housing.host.swap.SwapOptions;
import org.onevisit.housing.host.swap.SwapRecord;
import org.onevisit.housing.host.swap.SwapRecord.State;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/** A plan is executed as it was planned, or not at all. */
@Timeout(300)
class PlanRefusalTest {
    private static final long SEED = 5;
    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(
            Clock.offset(Clock.systemUTC(), Duration.between(Clock.systemUTC().instant(), START)), Duration.ZERO);

    private static SwapOptions accepting(long drift, boolean dryRun) {
        return new SwapOptions(100, drift, 0, Duration.ZERO, 2, dryRun);
    }

    private static void handIn(HousingHost host, int index) {
        ApprovalService approvals = host.approvalsFor(DrillSite.CLERK);
        String json = DrillSite.household(host, approvals, SEED, index).json();
        assertThat(DrillSite.submitted(host, approvals, json, "key-" + index)).isPresent();
    }

    private static String edition(HousingHost host) {
        return host.approvalsFor(DrillSite.CLERK).form().edition();
    }

    @Test
    @DisplayName("what was counted has changed: refused, unless so much of it is accepted; a dry run moves nothing")
    void refusedWhenTheCountHasChanged() {
        try (HousingHost host = DrillSite.start(folder, clock, 0)) {
            Operators operators = new Operators(host);
            handIn(host, 1);
            Plan plan = operators.planned(Replacement.PACK_TEXT.content(1));
            handIn(host, 2); // one more that keeps its outcome, and one more that keeps its edition
            SwapRecord refused = operators.executed(plan, accepting(0, false));
            assertThat(refused.state()).isEqualTo(State.REFUSED);
            assertThat(refused.reason()).contains("changed by 2", "0 is accepted");
            assertThat(edition(host)).isEqualTo("pinghu 2018.1");

            SwapRecord tried = operators.executed(plan, accepting(2, true));
            assertThat(tried.state()).as(tried.reason()).isEqualTo(State.CHECKED);
            assertThat(edition(host)).isEqualTo("pinghu 2018.1");
            assertThat(host.control().changes().journal().entries()).isEmpty();

            assertThat(operators.executed(plan, accepting(2, false)).state()).isEqualTo(State.DONE);
            assertThat(edition(host)).isEqualTo("pinghu " + Replacement.edition(1));
            assertThatThrownBy(() -> operators.executed(plan, accepting(2, false)))
                    .isInstanceOf(HousingException.class)
                    .hasMessageContaining("executed already");
        }
    }

    @Test
    @DisplayName("older than an hour, or of an earlier run of the host: refused")
    void refusedWhenItIsOld() {
        Plan plan;
        try (HousingHost host = DrillSite.start(folder, clock, 0)) {
            Operators operators = new Operators(host);
            plan = operators.planned(Replacement.PACK_TEXT.content(1));
            clock.moveTo(plan.at().plus(Duration.ofMinutes(61)));
            assertThatThrownBy(() -> operators.executed(plan, accepting(0, false)))
                    .isInstanceOf(HousingException.class)
                    .hasMessageContaining("older than 60 minutes");
        }
        try (HousingHost host = DrillSite.start(folder, clock, 0)) {
            assertThatThrownBy(() -> new Operators(host).executed(plan, accepting(0, false)))
                    .isInstanceOfSatisfying(
                            HousingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND))
                    .hasMessageContaining("plan anew");
            assertThat(edition(host)).isEqualTo("pinghu 2018.1");
        }
    }
}

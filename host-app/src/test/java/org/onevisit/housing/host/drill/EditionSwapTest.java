package org.onevisit.housing.host.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.engine.MaintenanceService.Since;
import org.onevisit.housing.engine.SupervisionService;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.MovableClock;
import org.onevisit.housing.host.drill.Windows.Received;
import org.onevisit.housing.host.fake.FakeOffice;
import org.onevisit.housing.host.fake.Repacked;
import org.onevisit.housing.host.swap.Plan;
import org.onevisit.housing.host.swap.Plans;
import org.onevisit.housing.host.swap.SwapOptions;
import org.onevisit.housing.host.swap.SwapRecord.State;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.spi.policy.Edition.Transition;
import org.onevisit.housing.view.EditionChoice.Choice;
import org.onevisit.housing.view.OutcomeChange.Group;
import org.onevisit.housing.view.OutcomeChange.Kind;
import org.onevisit.housing.view.OutcomeChange.Treatment;
import org.onevisit.housing.view.OutcomeDifference;

/** A pack goes live with each clause, and what becomes of open applications is what the plan has said; then it goes back. */
@Timeout(300)
class EditionSwapTest {
    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Actor WANG = Actor.officer("wang-1", Role.SUPERVISOR, DrillSite.COUNTY);
    private static final SwapOptions FREELY = new SwapOptions(100, Long.MAX_VALUE, 0, Duration.ZERO, 2, false);
    private static final String OLD = "pinghu 2018.1";
    private static final String NEW = "pinghu 2026.2";

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(
            Clock.offset(Clock.systemUTC(), Duration.between(Clock.systemUTC().instant(), START)), Duration.ZERO);

    @ParameterizedTest
    @EnumSource(Transition.class)
    @DisplayName("those change edition whom the plan has named, once; back keeps them or takes them back, as was said")
    void asPlanned(Transition clause) throws Exception {
        try (FakeOffice police = new FakeOffice(LocalDate.ofInstant(START, ZoneOffset.UTC));
                HousingHost host = DrillSite.start(folder, police, clock, 0);
                Windows windows = new Windows(host, 11)) {
            windows.open();
            Awaitility.await().atMost(PATIENCE).until(() -> windows.received().size() >= 60);
            windows.stop();
            Awaitility.await().atMost(PATIENCE).until(() -> host.engine().callsInFlight() == 0);
            ApprovalService clerk = host.approvalsFor(DrillSite.CLERK);
            Set<String> all = windows.received().stream()
                    .map(Received::number)
                    .map(ApplicationNumber::value)
                    .collect(Collectors.toCollection(TreeSet::new));

            Plan plan = new Operators(host).planned(pack(clause));
            assertThat(plan.refused()).isEmpty();
            Set<String> named = changing(plan);
            assertThat(new Operators(host).executed(plan, FREELY).state()).isEqualTo(State.DONE);
            host.runDue();
            assertThat(judgedBy(clerk, all, NEW)).isEqualTo(named);
            for (String number : named) {
                assertThat(clerk.journal(ApplicationNumber.of(number)))
                        .filteredOn(entry -> entry.type().equals("EDITION_CHANGED"))
                        .hasSize(1);
            }
            OutcomeDifference told = told(plan);
            long open = told.total(Group.OPEN);
            assertThat(open).isPositive();
            switch (clause) {
                case PIN -> assertThat(named).isEmpty();
                case ALL -> assertThat(named).hasSize((int) open);
                case FAVOURABLE ->
                    assertThat(named).hasSizeGreaterThanOrEqualTo((int) told.count(Group.OPEN, Kind.BETTER));
                case MANUAL -> decided(host.supervisionFor(WANG), clerk, open);
            }
            goesBack(host, clerk, plan, all, clause == Transition.ALL ? Since.REJUDGE : Since.PIN);
        }
    }

    private static void decided(SupervisionService supervisor, ApprovalService clerk, long open) {
        assertThat(supervisor.editionChoices()).hasSize((int) open);
        ApplicationNumber first = supervisor.editionChoices().get(0).number();
        supervisor.chooseEdition(first, Choice.ADOPT, "家庭选择新标准");
        assertThat(clerk.explanation(first).edition()).isEqualTo(NEW);
        assertThat(supervisor.editionChoices()).hasSize((int) open - 1);
    }

    private void goesBack(HousingHost host, ApprovalService clerk, Plan there, Set<String> all, Since since)
            throws Exception {
        Plans plans = host.control().changes().plans();
        String name = there.module().name();
        assertThatThrownBy(() -> plans.beginBack(name, Optional.empty(), Operators.LI))
                .isInstanceOf(HousingException.class)
                .hasMessageContaining("--since rejudge");
        Set<String> before = judgedBy(clerk, all, NEW);
        Plan back = new Operators(host).plannedBack(name, Optional.of(since));
        assertThat(back.refused()).isEmpty();
        assertThat(changing(back)).isEqualTo(since == Since.REJUDGE ? before : Set.of());
        assertThat(new Operators(host).executed(back, FREELY).state()).isEqualTo(State.DONE);
        host.runDue();
        assertThat(clerk.form().edition()).isEqualTo(OLD);
        assertThat(judgedBy(clerk, all, NEW)).isEqualTo(since == Since.REJUDGE ? Set.of() : before);
    }

    private static OutcomeDifference told(Plan plan) {
        return plan.pack().orElseThrow().editions().get(0).outcome().orElseThrow();
    }

    /** The applications of which the plan's table says that their edition changes. */
    private Set<String> changing(Plan plan) throws Exception {
        Set<String> named = Files.readAllLines(folder.resolve("plans/" + plan.id() + "/flips.csv")).stream()
                .filter(line -> line.endsWith(",CHANGES"))
                .map(line -> line.split(",", -1)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told(plan).treated(Group.OPEN, Treatment.CHANGES)).isEqualTo(named.size());
        return named;
    }

    private static Set<String> judgedBy(ApprovalService clerk, Set<String> all, String edition) {
        return all.stream()
                .filter(number -> clerk.explanation(ApplicationNumber.of(number))
                        .edition()
                        .equals(edition))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static byte[] pack(Transition clause) {
        return Repacked.text("pack-pinghu", "pack.yaml")
                .replace("edition: \"2018.1\"", "edition: \"2026.2\"")
                .replace("effectiveFrom: 2018-02-23", "effectiveFrom: 2026-03-02")
                .replace("receivedBetween: PIN", "receivedBetween: " + clause)
                .replace("value: 61172", "value: 90000")
                .getBytes(StandardCharsets.UTF_8);
    }
}

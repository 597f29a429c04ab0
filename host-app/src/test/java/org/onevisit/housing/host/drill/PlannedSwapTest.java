package org.onevisit.housing.host.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.explanation.CriterionResult;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.explanation.FactUsed;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.MovableClock;
import org.onevisit.housing.host.cli.CommandLineForTests;
import org.onevisit.housing.host.drill.Windows.Received;
import org.onevisit.housing.host.fake.FakeBundle;
import org.onevisit.housing.host.fake.FakeOffice;
import org.onevisit.housing.host.fake.PoorAgencies;
import org.onevisit.housing.host.fake.Repacked;
import org.onevisit.housing.host.swap.Plan;
import org.onevisit.housing.host.swap.Plan.EditionDifference;
import org.onevisit.housing.host.swap.SwapJournal.Event;
import org.onevisit.housing.host.swap.SwapOptions;
import org.onevisit.housing.host.swap.SwapRecord;
import org.onevisit.housing.host.swap.SwapRecord.State;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.JournalEntry;
import org.onevisit.housing.view.OutcomeChange.Group;
import org.onevisit.housing.view.OutcomeChange.Kind;
import org.onevisit.housing.view.OutcomeDifference;

/** A change is planned, executed as it was planned, and sent back when it does not hold up, while applications flow. */
@Timeout(300)
class PlannedSwapTest {
    private static final long SEED = 11;
    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String INCOME = "占位条款（收入）";
    private static final int LINE = 61_172;
    private static final int RAISED = 90_000;

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(
            Clock.offset(Clock.systemUTC(), Duration.between(Clock.systemUTC().instant(), START)), Duration.ZERO);

    @Test
    @DisplayName("a plugin's next version is planned, takes its share, then serves alone; back goes the same way")
    void aPluginGoesLiveAndBack() throws Exception {
        try (FakeOffice police = new FakeOffice(host(START));
                HousingHost host = DrillSite.start(folder, police, clock, 5);
                Windows windows = new Windows(host, SEED)) {
            windows.open();
            windows.awaitAnother();
            Plan plan = new Operators(host).planned(Replacement.AGENCY_SIMULATED.content(1));
            assertThat(plan.refused()).isEmpty();
            assertThat(plan.leaving()).containsExactly("1.0.0.SNAPSHOT");
            assertThat(plan.refreshed()).isEmpty();
            assertThat(plan.checks()).hasSize(8).allSatisfy(check -> {
                assertThat(check.gained()).isEmpty();
                assertThat(check.lost()).isEmpty();
            });
            SwapRecord done = new Operators(host)
                    .executed(plan, new SwapOptions(20, Long.MAX_VALUE, 20, Duration.ofSeconds(30), 2, false));
            assertThat(done.state()).as(done.reason()).isEqualTo(State.DONE);
            assertThat(versions(host)).containsExactly("1.0.1");
            windows.awaitAnother();
            Plan back = new Operators(host)
                    .plannedBack(Replacement.AGENCY_SIMULATED.symbolicName(), java.util.Optional.empty());
            assertThat(back.back()).isTrue();
            assertThat(back.module().version()).isEqualTo("1.0.0.SNAPSHOT");
            assertThat(new Operators(host)
                            .executed(back, new SwapOptions(100, Long.MAX_VALUE, 0, Duration.ZERO, 2, false))
                            .state())
                    .isEqualTo(State.DONE);
            assertThat(versions(host)).containsExactly("1.0.0.SNAPSHOT");
            windows.stop();
            assertThat(windows.failures()).isEmpty();
            assertThat(host.control().changes().journal().entries())
                    .extracting(entry -> entry.event() + " " + entry.serves())
                    .containsExactly(
                            "BEGAN 1.0.0.SNAPSHOT 1.0.1",
                            "DONE 1.0.1",
                            "BEGAN 1.0.1 1.0.0.SNAPSHOT",
                            "DONE 1.0.0.SNAPSHOT");
            assertThat(folder.resolve("plans/" + plan.id() + "/record.html")).exists();
        }
    }

    private static java.time.LocalDate host(Instant start) {
        return java.time.LocalDate.ofInstant(start, java.time.ZoneOffset.UTC);
    }

    private static List<String> versions(HousingHost host) {
        return host.plugins().stream()
                .filter(plugin -> plugin.name().equals(Replacement.AGENCY_SIMULATED.symbolicName()))
                .map(plugin -> plugin.version())
                .toList();
    }

    @Test
    @DisplayName(
            "a version that fails three calls of ten is sent back by itself; every application is finished, by both")
    void aBrokenVersionIsSentBack() throws Exception {
        try (FakeOffice police = new FakeOffice(host(START));
                HousingHost host = DrillSite.start(folder, police, clock, 5);
                Windows windows = new Windows(host, SEED);
                Offices offices = new Offices(host, windows::subdistrict)) {
            AutoCloseable following = host.follow("drill", offices);
            windows.open();
            windows.awaitAnother();
            Plan plan = new Operators(host).planned(poor(3, 0));
            assertThat(plan.refused()).isEmpty();
            SwapRecord swap = new Operators(host)
                    .executed(plan, new SwapOptions(30, Long.MAX_VALUE, 1000, Duration.ofSeconds(60), 2, false));
            assertThat(swap.state()).as(swap.reason()).isEqualTo(State.RETURNED);
            assertThat(swap.reason()).contains("calls failed");
            assertThat(versions(host)).containsExactly("1.0.0.SNAPSHOT");
            windows.awaitAnother();
            windows.stop();
            List<Received> received = windows.received();
            clock.moveTo(clock.instant().plus(Duration.ofHours(3)));
            host.runDue();
            offices.settle(received.stream().map(Received::number).toList(), Step.NOTICE_OPEN);
            Set<String> stamps = new TreeSet<>();
            for (Received one : received) {
                journal(host, one.number()).stream()
                        .filter(entry -> entry.type().equals("FINDING_RECEIVED"))
                        .forEach(entry -> stamps.add(entry.stamp()));
            }
            assertThat(stamps)
                    .contains(plan.module().stamp(), Replacement.AGENCY_SIMULATED.symbolicName() + "@1.0.0.SNAPSHOT");
            assertThat(host.control().changes().journal().entries())
                    .extracting(entry -> entry.event())
                    .containsExactly(Event.BEGAN, Event.RETURNED);
            assertThat(windows.failures()).isEmpty();
            assertThat(offices.failures()).isEmpty();
            following.close();
        }
    }

    private static List<JournalEntry> journal(HousingHost host, ApplicationNumber number) {
        return host.approvalsFor(DrillSite.CLERK).journal(number);
    }

    @Test
    @DisplayName(
            "a version that answers well but far more slowly is sent back by itself, exit code 3, and the journal says why")
    void aSlowVersionIsSentBack() throws Exception {
        try (FakeOffice police = new FakeOffice(host(START));
                HousingHost host = DrillSite.reachable(folder, police, clock, 5);
                Windows windows = new Windows(host, SEED)) {
            windows.open();
            windows.awaitAnother();
            Plan plan = new Operators(host).planned(poor(0, 500));
            assertThat(plan.refused()).isEmpty();
            StringWriter said = new StringWriter();
            int code = CommandLineForTests.run(
                    new PrintWriter(said, true),
                    ("swap --share 30 --accept-drift 1000000 --calls 1000 --watch 60 --plan " + plan.id() + " --data "
                                    + folder)
                            .split(" "));
            assertThat(code).as(said.toString()).isEqualTo(3);
            assertThat(said.toString()).contains("takes 30 % of the calls", "returned to [1.0.0.SNAPSHOT] by itself");
            assertThat(versions(host)).containsExactly("1.0.0.SNAPSHOT");
            assertThat(host.control().changes().journal().entries())
                    .extracting(entry -> entry.event() + " " + entry.serves())
                    .containsExactly("BEGAN 1.0.0.SNAPSHOT 1.0.9", "RETURNED 1.0.0.SNAPSHOT");
            assertThat(host.control().changes().journal().entries().get(1).reason())
                    .matches("a call takes \\d+ ms in the median of \\d+, and took \\d+ ms");
            windows.awaitAnother();
            windows.stop();
            assertThat(windows.failures()).isEmpty();
        }
    }

    /** Agencies that fail so many calls of ten, and take so long. */
    private static byte[] poor(int failing, long millis) {
        String checks = DrillSite.checks().entrySet().stream()
                .filter(check -> !check.getKey().equals("police"))
                .map(check -> check.getKey() + " " + check.getValue())
                .collect(Collectors.joining(","));
        return new FakeBundle(Replacement.AGENCY_SIMULATED.symbolicName(), "1.0.9")
                .header("Bundle-Activator", PoorAgencies.class.getName())
                .header(PoorAgencies.CHECKS, checks)
                .header(PoorAgencies.FAILING, Integer.toString(failing))
                .header(PoorAgencies.MILLIS, Long.toString(millis))
                .header(
                        "Import-Package",
                        "org.osgi.framework,org.onevisit.housing.model,org.onevisit.housing.spi.verification")
                .classes(PoorAgencies.class, PoorAgencies.class.getDeclaredClasses()[0])
                .jar();
    }

    @Test
    @DisplayName(
            "a pack that raises the income line: the plan names exactly the applications that flip; open ones keep their edition")
    void thePlanNamesWhatFlips() throws Exception {
        try (FakeOffice police = new FakeOffice(host(START));
                HousingHost host = DrillSite.start(folder, police, clock, 0);
                Windows windows = new Windows(host, SEED)) {
            windows.open();
            Awaitility.await().atMost(PATIENCE).until(() -> windows.received().size() >= 120);
            windows.stop();
            Awaitility.await().atMost(PATIENCE).until(() -> host.engine().callsInFlight() == 0);
            ApprovalService clerk = host.approvalsFor(DrillSite.CLERK);
            Set<String> expected = new TreeSet<>();
            List<Explanation> before = new ArrayList<>();
            for (Received one : windows.received()) {
                before.add(clerk.explanation(one.number()));
                if (flips(clerk, one.number())) {
                    expected.add(one.number().value());
                }
            }
            assertThat(expected).isNotEmpty().hasSizeLessThan(windows.received().size());

            String text = Repacked.text("pack-pinghu", "pack.yaml")
                    .replace("edition: \"2018.1\"", "edition: \"2026.2\"")
                    .replace("effectiveFrom: 2018-02-23", "effectiveFrom: 2026-03-02")
                    .replace("value: " + LINE, "value: " + RAISED);
            Plan plan = new Operators(host).planned(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(plan.refused()).isEmpty();
            EditionDifference edition = plan.pack().orElseThrow().editions().get(0);
            assertThat(edition.lines()).extracting(Plan.Line::path).contains("figures.incomeLine.value", "edition");
            OutcomeDifference outcome = edition.outcome().orElseThrow();
            assertThat(outcome.total(Group.OPEN) + outcome.total(Group.DECIDED))
                    .isEqualTo(windows.received().size());
            assertThat(outcome.count(Group.OPEN, Kind.BETTER)).isEqualTo(expected.size());
            assertThat(outcome.count(Group.OPEN, Kind.WORSE)).isZero();
            assertThat(outcome.byClause()).isEqualTo(Map.of(INCOME, (long) expected.size()));
            Set<String> flips = Files.readAllLines(folder.resolve("plans/" + plan.id() + "/flips.csv")).stream()
                    .filter(line -> line.contains(",BETTER,"))
                    .map(line -> line.split(",")[0])
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(flips).isEqualTo(expected);

            assertThatThrownBy(() -> {
                        host.control().changes().swaps().begin(plan.id(), SwapOptions.USUAL, Operators.LI);
                        host.control().changes().swaps().confirm(plan.id(), Operators.LI);
                    })
                    .isInstanceOf(HousingException.class)
                    .hasMessageContaining("another operator");
            host.control().changes().swaps().confirm(plan.id(), Operators.WU);
            Awaitility.await().atMost(PATIENCE).until(() -> host.control()
                    .changes()
                    .swaps()
                    .find(plan.id())
                    .orElseThrow()
                    .over());
            SwapRecord swap = host.control().changes().swaps().find(plan.id()).orElseThrow();
            assertThat(swap.state()).as(swap.reason()).isEqualTo(State.DONE);
            assertThat(swap.confirmedBy()).isEqualTo("wu-1");
            assertThat(clerk.form().edition()).isEqualTo("pinghu 2026.2");
            List<Explanation> after = new ArrayList<>();
            windows.received().forEach(one -> after.add(clerk.explanation(one.number())));
            assertThat(after).isEqualTo(before);
            assertThat(after).allMatch(explanation -> explanation.edition().equals("pinghu 2018.1"));
        }
    }

    /** By hand: only the income stands against it, and the income per head lies below the raised line. */
    private static boolean flips(ApprovalService clerk, ApplicationNumber number) {
        Explanation explanation = clerk.explanation(number);
        boolean others = explanation.judgement().criteria().stream()
                .filter(criterion -> !criterion.clause().equals(INCOME))
                .allMatch(criterion -> criterion.met() == Met.MET);
        boolean income = explanation.judgement().criteria().stream()
                .filter(criterion -> criterion.clause().equals(INCOME))
                .map(CriterionResult::met)
                .anyMatch(Met.NOT_MET::equals);
        return others && income && perHead(clerk, number).compareTo(BigDecimal.valueOf(RAISED)) < 0;
    }

    private static BigDecimal perHead(ApprovalService clerk, ApplicationNumber number) {
        List<FactUsed> facts = clerk.evidence(number).facts();
        Set<String> members = clerk.find(number).application().household().members().stream()
                .map(member -> member.id())
                .collect(Collectors.toSet());
        BigDecimal sum = BigDecimal.ZERO;
        for (String member : members) {
            sum = sum.add(value(facts, member, "income.wageYear").max(value(facts, member, "income.publicSalaryYear")))
                    .add(value(facts, member, "income.pensionYear"))
                    .add(value(facts, member, "income.businessYear"));
        }
        return sum.divide(BigDecimal.valueOf(members.size()), 2, java.math.RoundingMode.HALF_UP);
    }

    private static BigDecimal value(List<FactUsed> facts, String member, String name) {
        return facts.stream()
                .filter(fact -> fact.person().equals(member) && fact.fact().equals(name))
                .flatMap(fact -> fact.text().stream())
                .map(BigDecimal::new)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}

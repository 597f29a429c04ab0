package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.MoreExecutors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.onevisit.housing.core.rules.Limit;
import org.onevisit.housing.core.rules.RunningLimits;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.engine.MaintenanceService;
import org.onevisit.housing.engine.MaintenanceService.Since;
import org.onevisit.housing.engine.SupervisionService;
import org.onevisit.housing.explanation.Calculation;
import org.onevisit.housing.explanation.CriterionResult;
import org.onevisit.housing.explanation.Evidence;
import org.onevisit.housing.explanation.FactState;
import org.onevisit.housing.explanation.Judgement;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.policy.Edition.Transition;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;
import org.onevisit.housing.spi.verification.Reply;
import org.onevisit.housing.testkit.store.InMemoryStore;
import org.onevisit.housing.view.EditionChoice;
import org.onevisit.housing.view.EditionChoice.Choice;
import org.onevisit.housing.view.OutcomeChange;
import org.onevisit.housing.view.OutcomeChange.Group;
import org.onevisit.housing.view.OutcomeChange.Treatment;
import org.onevisit.housing.view.OutcomeDifference;

/** How open applications go on when another edition is in force, clause by clause. */
class EditionTransitionTest {
    private static final String CHANGED = "EDITION_CHANGED";
    private static final String KEPT = "EDITION_KEPT";
    private static final String IN_FORCE = "2026-01-04";
    private final County county = County.with(1, LocalDate.of(2025, 12, 29));

    /** Three households: without a home, with one, and one of whom nothing is known. */
    private List<ApplicationNumber> three() {
        ApplicationNumber none = accepted(1);
        county.checks.get(0).answers(inquiry -> Reply.now(FakeCheck.homes(inquiry, 1)));
        ApplicationNumber one = accepted(2);
        county.checks.get(0).answers(inquiry -> {
            throw new AgencyUnreachableException("agency-1", "closed");
        });
        return List.of(none, one, accepted(3));
    }

    private ApplicationNumber accepted(int i) {
        ApplicationNumber number = county.received(i);
        county.clerk().accept(number);
        return number;
    }

    private FakeAmendment amendment(int homes, int yuan, Transition clause, Transition between) {
        return amendment(homes, yuan, clause, between, LocalDate.of(2026, 1, 1));
    }

    private FakeAmendment amendment(int homes, int yuan, Transition clause, Transition between, LocalDate day) {
        return amendment(county, homes, yuan, clause, between, day);
    }

    private static FakeAmendment amendment(
            County of, int homes, int yuan, Transition clause, Transition between, LocalDate day) {
        return new FakeAmendment(
                of.policy,
                evidence -> judged(evidence, homes),
                (evidence, judgement) -> new Calculation(Optional.of(Money.yuan(yuan)), List.of(), List.of(), false),
                clause,
                between,
                day);
    }

    private static Judgement judged(Evidence evidence, int homes) {
        Met met = evidence.of("m1", FactKey.HOME_COUNT) instanceof FactState.Known known
                ? Met.of((Integer) known.fact().value() <= homes)
                : Met.UNKNOWN;
        return new Judgement(
                "ALL", "全部", List.of(new CriterionResult("home.none", "第一条", "住房", "", met, List.of(), false)));
    }

    private String edition(ApplicationNumber number) {
        return state(number).identity().edition().version();
    }

    private State state(ApplicationNumber number) {
        return county.engine.core().state(number).orElseThrow();
    }

    private long count(ApplicationNumber number, String type) {
        return county.store.events(number, 0).stream()
                .flatMap(row -> county.engine.core().journal().entries(row).stream())
                .filter(entry -> entry.type().equals(type))
                .count();
    }

    private MaintenanceService operator() {
        return county.engine.maintenanceFor(Actor.officer("li-3", Role.OPERATOR, County.PINGHU));
    }

    /** A plan, the day, and what the plan said has happened to each application. */
    private void planned(FakeAmendment next, List<ApplicationNumber> numbers) {
        Map<ApplicationNumber, Treatment> told = new TreeMap<>();
        OutcomeDifference plan = operator().difference(next, change -> told.put(change.number(), change.treatment()));
        county.offer(county.policy, next);
        county.on(IN_FORCE);
        long changed = 0;
        for (ApplicationNumber number : numbers) {
            boolean now = edition(number).equals("2");
            changed += now ? 1 : 0;
            assertThat(now)
                    .as(number.value())
                    .isEqualTo(told.getOrDefault(number, Treatment.STAYS) == Treatment.CHANGES);
        }
        assertThat(plan.treated(Group.OPEN, Treatment.CHANGES)).isEqualTo(changed);
    }

    @Test
    @DisplayName("pin: nothing changes and nothing is journalled")
    void pin() {
        List<ApplicationNumber> three = three();
        planned(amendment(1, 900, Transition.PIN, Transition.ALL), three);
        assertThat(three).allSatisfy(number -> {
            assertThat(edition(number)).isEqualTo("1");
            assertThat(count(number, CHANGED) + count(number, KEPT)).isZero();
        });
        county.checks.get(0).answers(inquiry -> Reply.now(FakeCheck.homes(inquiry, 0)));
        assertThat(edition(accepted(4))).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"PIN, PIN, 0", "PIN, ALL, 1", "ALL, PIN, 1"})
    @DisplayName("where all stay whenever they came, nobody opens a dossier to find that out")
    void pinOpensNothing(Transition clause, Transition between, int opened) {
        FakeFailingStore counting = new FakeFailingStore(new InMemoryStore());
        County before = County.over(counting.store(), 1, LocalDate.of(2025, 12, 29));
        ApplicationNumber waits = before.received(1);
        before.on("2025-12-29"); // the calendar is told to all who are there
        County cold = before.restarted(MoreExecutors.newDirectExecutorService());
        cold.offer(cold.policy, amendment(cold, 1, 900, clause, between, LocalDate.of(2025, 12, 30)));
        counting.calls().clear();
        cold.on("2025-12-30");
        assertThat(counting.calls().count("load")).isEqualTo(opened);
        assertThat(cold.clerk().find(waits).edition()).isEqualTo(clause == Transition.ALL ? "fake 2" : "fake 1");
    }

    @Test
    @DisplayName("all: every open application goes over once, and what is decided stands")
    void all() {
        List<ApplicationNumber> three = three();
        ApplicationNumber withdrawn = accepted(5);
        county.clerk().perform(withdrawn, new org.onevisit.housing.process.Command.Withdraw("不再需要"));
        planned(amendment(1, 900, Transition.ALL, Transition.PIN), three);
        county.on(IN_FORCE);
        county.on("2026-01-05");
        assertThat(three).allSatisfy(number -> {
            assertThat(edition(number)).isEqualTo("2");
            assertThat(count(number, CHANGED)).isEqualTo(1);
        });
        assertThat(edition(withdrawn)).isEqualTo("1");
        assertThat(county.clerk().find(three.get(1)).edition()).isEqualTo("fake 2");
    }

    @Test
    @DisplayName(
            "favourable: better eligibility changes, also with a smaller amount; an unknown keeps the old, journalled")
    void favourableByEligibility() {
        List<ApplicationNumber> three = three();
        planned(amendment(1, 100, Transition.FAVOURABLE, Transition.PIN), three);
        county.on("2026-01-05");
        assertThat(three).extracting(this::edition).containsExactly("1", "2", "1");
        assertThat(three).extracting(number -> count(number, KEPT)).containsExactly(1L, 0L, 1L);
        assertThat(three).extracting(number -> count(number, CHANGED)).containsExactly(0L, 1L, 0L);
    }

    @Test
    @DisplayName("favourable: a larger amount changes")
    void favourableByAmount() {
        List<ApplicationNumber> three = three();
        planned(amendment(0, 811, Transition.FAVOURABLE, Transition.PIN), three);
        assertThat(three).extracting(this::edition).containsExactly("2", "1", "1");
    }

    @Test
    @DisplayName("favourable: an equal amount keeps the old, and so does a worse eligibility with a larger amount")
    void favourableKeeps() {
        List<ApplicationNumber> three = three();
        planned(amendment(0, 810, Transition.FAVOURABLE, Transition.PIN), three);
        assertThat(three).extracting(this::edition).containsExactly("1", "1", "1");
        assertThat(three).extracting(number -> count(number, KEPT)).containsExactly(1L, 1L, 1L);
    }

    @Test
    @DisplayName("favourable: a worse eligibility keeps the old, however large the amount")
    void worseKeeps() {
        List<ApplicationNumber> three = three();
        planned(amendment(-1, 9000, Transition.FAVOURABLE, Transition.PIN), three);
        assertThat(three).extracting(this::edition).containsExactly("1", "1", "1");
    }

    @Test
    @DisplayName(
            "received in between: an edition that arrives late treats those received since its day by a clause of its own")
    void receivedBetween() {
        ApplicationNumber before = accepted(1);
        county.on(IN_FORCE);
        ApplicationNumber between = accepted(2);
        assertThat(edition(between)).isEqualTo("1");
        planned(amendment(0, 900, Transition.PIN, Transition.ALL), List.of(before, between));
        assertThat(edition(before)).isEqualTo("1");
        assertThat(edition(between)).isEqualTo("2");
    }

    @Test
    @DisplayName("manual: each open application is on the work list until a supervisor has decided, with reasons")
    void manual() {
        List<ApplicationNumber> three = three();
        planned(amendment(1, 900, Transition.MANUAL, Transition.PIN), three);
        county.on("2026-01-05");
        SupervisionService supervisor =
                county.engine.supervisionFor(Actor.officer("wang-1", Role.SUPERVISOR, County.PINGHU));
        assertThat(supervisor.editionChoices())
                .extracting(EditionChoice::number)
                .isEqualTo(three);
        assertThat(supervisor.editionChoices().get(1)).satisfies(choice -> {
            assertThat(choice.before()).isEqualTo(Met.NOT_MET);
            assertThat(choice.after()).isEqualTo(Met.MET);
            assertThat(choice.amountAfter()).contains(Money.yuan(900));
        });
        refused(ErrorCode.EVIDENCE_MISSING, () -> supervisor.chooseEdition(three.get(0), Choice.ADOPT, " "));
        supervisor.chooseEdition(three.get(0), Choice.ADOPT, "家庭选择新标准");
        supervisor.chooseEdition(three.get(1), Choice.KEEP, "家庭选择原标准");
        refused(ErrorCode.ILLEGAL_TRANSITION, () -> supervisor.chooseEdition(three.get(1), Choice.ADOPT, "再改"));
        assertThat(supervisor.editionChoices())
                .extracting(EditionChoice::number)
                .containsExactly(three.get(2));
        county.on("2026-01-06");
        assertThat(three).extracting(this::edition).containsExactly("2", "1", "1");
        assertThat(three).extracting(number -> count(number, "EDITION_OFFERED")).containsOnly(1L);
        assertThat(count(three.get(0), CHANGED)).isEqualTo(1);
        assertThat(count(three.get(1), KEPT)).isEqualTo(1);
        SupervisionService clerk =
                county.engine.supervisionFor(Actor.officer("clerk", Role.WINDOW_CLERK, County.PINGHU));
        refused(ErrorCode.FORBIDDEN, clerk::editionChoices);
        refused(ErrorCode.FORBIDDEN, () -> clerk.chooseEdition(three.get(2), Choice.KEEP, "否"));
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(HousingException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @Test
    @DisplayName("no deadline moves and nobody is asked again when the edition changes")
    void movesNothing() {
        List<ApplicationNumber> three = three();
        Set<String> asked = Set.copyOf(county.checks.get(0).asked());
        List<List<Limit>> before = deadlines(three);
        assertThat(before).noneMatch(List::isEmpty);
        county.offer(county.policy, amendment(1, 900, Transition.ALL, Transition.PIN));
        county.clock.to(LocalDate.parse(IN_FORCE));
        new EditionWatch(county.engine.core(), 10).due(county.clock.instant());
        assertThat(three).extracting(this::edition).containsOnly("2");
        assertThat(deadlines(three)).isEqualTo(before);
        assertThat(Set.copyOf(county.checks.get(0).asked())).isEqualTo(asked);
    }

    private List<List<Limit>> deadlines(List<ApplicationNumber> numbers) {
        return numbers.stream()
                .map(number ->
                        RunningLimits.of(state(number), county.engine.core().setting(state(number))))
                .toList();
    }

    @Test
    @DisplayName("broken off in the middle: after a restart the rest is treated, and nothing twice")
    void restartInTheMiddle() {
        List<ApplicationNumber> all = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            all.add(accepted(i));
        }
        county.offer(county.policy, amendment(0, 900, Transition.ALL, Transition.PIN));
        county.clock.to(LocalDate.parse(IN_FORCE));
        new EditionWatch(county.engine.core(), 3).due(county.clock.instant());
        assertThat(all.stream().filter(n -> edition(n).equals("2"))).hasSize(3);
        EditionWatch again = new EditionWatch(county.engine.core(), 3);
        for (int i = 0; i < 4; i++) {
            again.due(county.clock.instant());
        }
        assertThat(all).allSatisfy(number -> {
            assertThat(edition(number)).isEqualTo("2");
            assertThat(count(number, CHANGED)).isEqualTo(1);
        });
    }

    @Test
    @DisplayName("a notice with another amount is taken down and the panel votes anew; with the same one it stays up")
    void noticeFollowsTheAmount() {
        assertThat(onTheBoard(900)).isEqualTo(Step.VOTING);
        assertThat(onTheBoard(810)).isEqualTo(Step.NOTICE_OPEN);
    }

    private Step onTheBoard(int yuan) {
        Journey journey = Journey.to(Step.NOTICE_OPEN);
        LocalDate tomorrow = LocalDate.parse("2025-03-19");
        journey.county.offer(journey.county.policy, amendment(0, yuan, Transition.ALL, Transition.PIN, tomorrow));
        journey.on(tomorrow.toString());
        assertThat(journey.state().identity().edition().version()).isEqualTo("2");
        return journey.step();
    }

    @ParameterizedTest
    @EnumSource(Since.class)
    @DisplayName(
            "back: those received since keep their edition, or are judged by the one gone back to; the plan says the same")
    void back(Since since) {
        ApplicationNumber old = accepted(1);
        FakeAmendment next = amendment(0, 900, Transition.PIN, Transition.PIN);
        county.offer(county.policy, next);
        county.on(IN_FORCE);
        ApplicationNumber open = accepted(2);
        ApplicationNumber decided = accepted(3);
        county.clerk().perform(decided, new org.onevisit.housing.process.Command.Withdraw("不再需要"));
        List<OutcomeChange> told = new ArrayList<>();
        OutcomeDifference plan = operator().difference(county.policy, since, told::add);
        operator().goBack(county.policy.id(), since);
        county.offer(county.policy);
        county.on("2026-01-05");
        county.on("2026-01-06");
        boolean rejudged = since == Since.REJUDGE;
        assertThat(edition(old)).isEqualTo("1");
        assertThat(edition(open)).isEqualTo(rejudged ? "1" : "2");
        assertThat(edition(decided)).isEqualTo("2");
        assertThat(count(open, CHANGED)).isEqualTo(rejudged ? 1 : 0);
        assertThat(plan.treated(Group.OPEN, Treatment.CHANGES)).isEqualTo(rejudged ? 1 : 0);
        assertThat(told).extracting(OutcomeChange::number).containsExactly(open, decided);
    }

    @Test
    @DisplayName("an edition taken away takes nobody with it: without a word of the operator applications keep it")
    void takenAway() {
        FakeAmendment next = amendment(0, 900, Transition.ALL, Transition.ALL);
        county.offer(county.policy, next);
        county.on(IN_FORCE);
        ApplicationNumber number = accepted(1);
        county.offer(county.policy);
        county.on("2026-01-05");
        assertThat(edition(number)).isEqualTo("2");
    }
}

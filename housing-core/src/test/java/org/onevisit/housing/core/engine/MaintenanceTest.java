package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.engine.MaintenanceService;
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
import org.onevisit.housing.spi.policy.ProcessRules.Silence;
import org.onevisit.housing.spi.review.AnnualReviewPolicy.NotFiled;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;
import org.onevisit.housing.spi.verification.Reply;
import org.onevisit.housing.view.CallFigures;
import org.onevisit.housing.view.OutcomeChange;
import org.onevisit.housing.view.OutcomeChange.Group;
import org.onevisit.housing.view.OutcomeChange.Kind;
import org.onevisit.housing.view.OutcomeDifference;
import org.onevisit.housing.view.PluginUse;

/** What an operator can tell before a change, and how a version takes a share of the calls. */
class MaintenanceTest {
    private static final LocalDate DAY = LocalDate.of(2025, 1, 2);
    private static final String NEXT = "fake.check-1@2.0.0";
    private final County county = County.with(1, DAY);
    private final FakeCheck next = FakeCheck.prompt(1);

    private MaintenanceService operator() {
        return county.engine.maintenanceFor(Actor.officer("li-3", Role.OPERATOR, County.PINGHU));
    }

    private void arrive() {
        county.engine.core().agencies().arrive(next, NEXT, 0);
    }

    private List<ApplicationNumber> accept(int from, int to) {
        List<ApplicationNumber> numbers = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            ApplicationNumber number = county.received(i);
            county.clerk().accept(number);
            numbers.add(number);
        }
        return numbers;
    }

    @Test
    @DisplayName("a version with a tenth of the calls is asked every tenth inquiry, the other one all the rest")
    void takesItsShare() {
        operator().share(NEXT, 10);
        arrive();
        accept(1, 40);
        assertThat(next.asked()).hasSize(4);
        assertThat(county.checks.get(0).asked()).hasSize(36);
        assertThat(next.asked())
                .doesNotContainAnyElementsOf(county.checks.get(0).asked());
        operator().endShare(NEXT);
        accept(41, 45);
        assertThat(next.asked()).hasSize(9);
    }

    @Test
    @DisplayName(
            "a version with a share is asked everything when the other one has left, and nothing when it leaves itself")
    void servesAloneWhenTheOtherLeft() {
        operator().share(NEXT, 10);
        arrive();
        county.remove(county.checks.get(0));
        accept(1, 5);
        assertThat(next.asked()).hasSize(5);
        county.install(county.checks.get(0));
        county.remove(next);
        accept(6, 25);
        assertThat(next.asked()).hasSize(5);
        assertThat(county.checks.get(0).asked()).hasSize(20);
    }

    @Test
    @DisplayName("calls and failures are counted version by version")
    void countsCalls() {
        next.answers(inquiry -> {
            if (next.asked().size() % 2 == 0) {
                throw new AgencyUnreachableException("agency-1", "HTTP 502");
            }
            return Reply.now(FakeCheck.homes(inquiry, 0));
        });
        operator().share(NEXT, 50);
        arrive();
        accept(1, 20);
        Map<String, CallFigures> figures = new java.util.TreeMap<>();
        operator().figures().forEach(one -> figures.put(one.stamp(), one));
        assertThat(figures).containsOnlyKeys("fake.check-1@1.0.0", NEXT);
        assertThat(figures.get(NEXT)).satisfies(one -> {
            assertThat(one.calls()).isEqualTo(10);
            assertThat(one.failed()).isEqualTo(5);
            assertThat(one.lastFailure()).isEqualTo("unreachable");
            assertThat(one.median()).isPositive();
        });
        assertThat(figures.get("fake.check-1@1.0.0").failed()).isZero();
    }

    @Test
    @DisplayName("who waits for a version is counted, and what its agency has promised")
    void tellsWhoDepends() {
        FakeCheck slow = county.checks.get(0);
        slow.answers(
                inquiry -> Reply.later("T-" + inquiry.id(), inquiry.askedOn().plusDays(1)));
        accept(1, 3);
        slow.answers(inquiry -> {
            throw new AgencyUnreachableException("agency-1", "closed");
        });
        accept(4, 5);
        PluginUse use = operator().use("fake.check-1@1.0.0");
        assertThat(use.checks()).containsExactly("check-1");
        assertThat(use.open()).isEqualTo(5);
        assertThat(use.promised()).isEqualTo(3);
        assertThat(operator().use("fake.nobody@1.0.0").checks()).isEmpty();
    }

    @Test
    @DisplayName("another edition: every application is counted once, each that changes is named with its clause")
    void tellsTheDifference() {
        List<ApplicationNumber> none = accept(1, 4);
        county.checks.get(0).answers(inquiry -> Reply.now(FakeCheck.homes(inquiry, 1)));
        List<ApplicationNumber> one = accept(5, 7);
        county.checks.get(0).answers(inquiry -> {
            throw new AgencyUnreachableException("agency-1", "closed");
        });
        List<ApplicationNumber> unknown = accept(8, 9);
        List<ApplicationNumber> withdrawn = accept(10, 10);
        county.clerk().perform(withdrawn.get(0), new org.onevisit.housing.process.Command.Withdraw("不再需要"));

        List<OutcomeChange> changes = new ArrayList<>();
        OutcomeDifference difference = operator().difference(amendment(1, 900), changes::add);
        assertThat(difference.edition().version()).isEqualTo("2");
        assertThat(difference.total(Group.OPEN)).isEqualTo(9);
        assertThat(difference.total(Group.DECIDED)).isEqualTo(1);
        assertThat(difference.count(Group.OPEN, Kind.AMOUNT)).isEqualTo(none.size());
        assertThat(difference.count(Group.OPEN, Kind.BETTER)).isEqualTo(one.size());
        assertThat(difference.count(Group.OPEN, Kind.UNKNOWN)).isEqualTo(unknown.size());
        assertThat(difference.count(Group.DECIDED, Kind.UNKNOWN)).isEqualTo(1);
        assertThat(difference.byClause()).containsExactly(Map.entry("第一条", 3L));
        assertThat(difference.editions()).containsExactly(Map.entry("fake 1", 10L));
        assertThat(changes).extracting(OutcomeChange::number).isSorted().hasSize(10);
        assertThat(changes).filteredOn(c -> c.kind() == Kind.BETTER).allSatisfy(change -> {
            assertThat(one).contains(change.number());
            assertThat(change.clauses()).containsExactly("第一条");
            assertThat(change.amountAfter()).contains(Money.yuan(900));
        });
        assertThat(operator().difference(amendment(0, 810), changes::add).count(Group.OPEN, Kind.SAME))
                .isEqualTo(7);
    }

    @Test
    @DisplayName("what an edition cannot compute is counted as not judged, and the others are")
    void countsWhatCannotBeComputed() {
        List<ApplicationNumber> all = accept(1, 3);
        FakeAmendment broken = new FakeAmendment(
                policy(),
                evidence -> {
                    throw new IllegalStateException("division by zero");
                },
                (evidence, judgement) -> paid(1));
        OutcomeDifference difference = operator().difference(broken, change -> {});
        assertThat(difference.count(Group.OPEN, Kind.NOT_JUDGED)).isEqualTo(all.size());
        assertThat(difference.total(Group.OPEN)).isEqualTo(all.size());
    }

    @Test
    @DisplayName("nobody but an operator asks; a share is 1 to 100 per cent")
    void onlyOperators() {
        MaintenanceService clerk =
                county.engine.maintenanceFor(Actor.officer("clerk", Role.WINDOW_CLERK, County.PINGHU));
        assertThatThrownBy(() -> clerk.use(NEXT))
                .isInstanceOfSatisfying(
                        HousingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN));
        assertThatThrownBy(() -> clerk.share(NEXT, 10)).isInstanceOf(HousingException.class);
        assertThatThrownBy(() -> operator().share(NEXT, 0))
                .isInstanceOfSatisfying(
                        HousingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_ARGUMENT));
    }

    private static FakePolicy policy() {
        return new FakePolicy(1, Silence.WAIT, NotFiled.END);
    }

    /** At most so many homes, and so many yuan a month. */
    private static FakeAmendment amendment(int homes, int yuan) {
        return new FakeAmendment(policy(), evidence -> judged(evidence, homes), (evidence, judgement) -> paid(yuan));
    }

    private static Calculation paid(int yuan) {
        return new Calculation(Optional.of(Money.yuan(yuan)), List.of(), List.of(), false);
    }

    private static Judgement judged(Evidence evidence, int homes) {
        FactState state = evidence.of("m1", FactKey.HOME_COUNT);
        Met met = state instanceof FactState.Known known
                ? Met.of(((Integer) known.fact().value()) <= homes)
                : Met.UNKNOWN;
        return new Judgement(
                "ALL", "全部", List.of(new CriterionResult("home.none", "第一条", "住房", "", met, List.of(), false)));
    }
}

package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;
import org.onevisit.housing.testkit.store.InMemoryStore;
import org.onevisit.housing.view.AwardView;
import org.onevisit.housing.view.JournalEntry;

/**
 * The main job with a fault at its first call, at its second, and so on, until a run passes untouched: to the store, to an agency.
 */
class FailAtEveryCallTest {
    private static final int AGENCIES = 3;
    private static final int MOST = 2_000;
    /** What may stand there more than once after a fault: that somebody was asked, or is to be asked again. */
    private static final Set<String> AGAIN =
            Set.of("INQUIRY_SENT", "INQUIRY_POSTPONED", "POSTING_POSTPONED", "PAPER_POSTPONED");

    private final Run untouched = run(FakeFaults.none(), FakeFaults.none(), () -> new IllegalStateException("none"));

    /** What a run left. */
    private record Run(Multiset<String> events, List<Object> award, int storeCalls, boolean struck) {}

    @Test
    @DisplayName(
            "a store whose n-th call fails: what was acknowledged is there, nothing is there twice, the decision is the same")
    void storeFailsOnce() {
        int runs = untilUntouched(FakeFaults::at, true, () -> new IllegalStateException("none"));
        assertThat(runs).isGreaterThan(untouched.storeCalls() / 2);
    }

    @Test
    @DisplayName("a host that is dead from the n-th call to its store on, and started anew: the same")
    void hostDies() {
        int runs = untilUntouched(FakeFaults::from, true, () -> new IllegalStateException("none"));
        assertThat(runs).isGreaterThan(untouched.storeCalls() / 2);
    }

    @Test
    @DisplayName("an agency that does not answer the n-th call is asked again")
    void agencyIsSilent() {
        int runs = untilUntouched(FakeFaults::at, false, () -> new AgencyUnreachableException("agency", "timed out"));
        assertThat(runs).isEqualTo(AGENCIES);
    }

    @Test
    @DisplayName("an agency plugin that breaks in the n-th call is asked again")
    void pluginBreaks() {
        int runs = untilUntouched(FakeFaults::at, false, () -> new IllegalStateException("a defect"));
        assertThat(runs).isEqualTo(AGENCIES);
    }

    /** Runs with a fault at 1, 2, 3 …; tells how many were struck before one was not. */
    private int untilUntouched(IntFunction<FakeFaults> fault, boolean atTheStore, Supplier<RuntimeException> trouble) {
        for (int n = 1; n < MOST; n++) {
            FakeFaults faults = fault.apply(n);
            FakeFaults store = atTheStore ? faults : FakeFaults.none();
            FakeFaults agency = atTheStore ? FakeFaults.none() : faults;
            Run run;
            try {
                run = run(store, agency, trouble);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("with a fault at call " + n, e);
            }
            assertThat(run.events()).as("events, fault at call %d", n).isEqualTo(untouched.events());
            assertThat(run.award()).as("award, fault at call %d", n).isEqualTo(untouched.award());
            if (!run.struck()) {
                return n - 1;
            }
        }
        throw new AssertionError("every run was struck");
    }

    private static Run run(FakeFaults store, FakeFaults agency, Supplier<RuntimeException> trouble) {
        ApplicationStore real = new InMemoryStore();
        Stubborn people = new Stubborn(AGENCIES, real, store, agency, trouble);
        ApplicationNumber number = people.job();
        int storeCalls = store.calls();
        boolean struck = store.struck() || agency.struck();
        store.heal();
        County county = people.county();
        assertThat(county.clerk().find(number).step()).isEqualTo(Step.APPROVED);
        List<EventRow> rows = real.eventsAfter(0, MOST);
        assertThat(rows).allSatisfy(row -> assertThat(row.number()).isEqualTo(number));
        assertThat(rows).allMatch(county.engine.core().journal()::holds);
        Multiset<String> events = ImmutableMultiset.copyOf(rows.stream()
                .flatMap(row -> county.engine.core().journal().entries(row).stream())
                .map(JournalEntry::type)
                .filter(type -> !AGAIN.contains(type))
                .toList());
        assertThat(people.acknowledged()).allSatisfy(event -> assertThat(events).contains(event));
        AwardView award = county.engine
                .awardsFor(Actor.officer("clerk", Role.WINDOW_CLERK, County.PINGHU))
                .find(number);
        return new Run(
                events,
                List.of(award.state(), award.monthly(), award.firstMonth(), award.explanation()),
                storeCalls,
                struck);
    }
}

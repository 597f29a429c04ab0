package org.onevisit.housing.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.onevisit.housing.spi.store.ApplicationStore;

/** The contract has teeth: a store with one flaw fails the rules that name it, and no other. */
class ApplicationStoreContractTest {
    @ParameterizedTest
    @CsvSource({
        "IgnoresRevision, S-02 S-03 S-04 S-05 S-07 S-08 S-09 S-11 S-13 S-19 S-55",
        "KeepsClaims, S-02 S-55",
        "LosesEvents, S-04 S-09 S-10 S-24 S-37 S-54",
        "CommitsOneByOne, S-05",
        "CountsInMemory, S-25",
        "WakesLate, S-27 S-28",
        "MatchesPrefixes, S-32",
        "TakesAnyCheckpoint, S-51",
        "ErasesTheKeyAlone, S-54",
        "SharesNothing, S-53",
    })
    @DisplayName("a bad store fails its rules")
    void badStoreFailsItsRules(Bad bad, String rules) {
        Set<String> failed = failedRules(bad.contract);
        assertThat(String.join(" ", failed)).isEqualTo(rules);
    }

    @Test
    @DisplayName("every rule has a number of its own, S-01 to S-56; S-53 is for stores that are shared")
    void rulesAreNumbered() {
        Events events = run(Correct.class);
        Set<String> rules = numbers(events.succeeded());
        assertThat(rules).hasSize(55);
        assertThat(rules).first().isEqualTo("S-01");
        assertThat(rules).last().isEqualTo("S-56");
        assertThat(numbers(events.aborted())).containsExactly("S-53");
    }

    private static Set<String> failedRules(Class<?> contract) {
        return numbers(run(contract).failed());
    }

    private static Events run(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents();
    }

    private static Set<String> numbers(Events events) {
        return events.stream()
                .map(event -> event.getTestDescriptor().getDisplayName().substring(0, 4))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The bad ones, each with the contract run on it. */
    enum Bad {
        IgnoresRevision(IgnoresRevisionRun.class),
        KeepsClaims(KeepsClaimsRun.class),
        LosesEvents(LosesEventsRun.class),
        CommitsOneByOne(CommitsOneByOneRun.class),
        CountsInMemory(CountsInMemoryRun.class),
        WakesLate(WakesLateRun.class),
        MatchesPrefixes(MatchesPrefixesRun.class),
        TakesAnyCheckpoint(TakesAnyCheckpointRun.class),
        ErasesTheKeyAlone(ErasesTheKeyAloneRun.class),
        SharesNothing(SharesNothingRun.class);

        private final Class<?> contract;

        Bad(Class<?> contract) {
            this.contract = contract;
        }
    }

    /** Runs the contract on a store that is spoilt in some way. */
    abstract static class Spoilt extends ApplicationStoreContract {
        private final UnaryOperator<ApplicationStore> spoil;
        private InMemoryStore last = new InMemoryStore();

        Spoilt(UnaryOperator<ApplicationStore> spoil) {
            this.spoil = spoil;
        }

        @Override
        protected ApplicationStore open(Path folder) {
            last = last.reopened();
            return spoil.apply(last);
        }
    }

    static final class Correct extends Spoilt {
        Correct() {
            super(store -> store);
        }
    }

    static final class IgnoresRevisionRun extends Spoilt {
        IgnoresRevisionRun() {
            super(FakeBrokenStore.IgnoresRevision::new);
        }
    }

    static final class KeepsClaimsRun extends Spoilt {
        KeepsClaimsRun() {
            super(FakeBrokenStore.KeepsClaimsOfStaleUnits::new);
        }
    }

    static final class LosesEventsRun extends Spoilt {
        LosesEventsRun() {
            super(FakeBrokenStore.LosesEvents::new);
        }
    }

    static final class CommitsOneByOneRun extends Spoilt {
        CommitsOneByOneRun() {
            super(FakeBrokenStore.CommitsOneByOne::new);
        }
    }

    static final class CountsInMemoryRun extends Spoilt {
        CountsInMemoryRun() {
            super(FakeBrokenStore.CountsInMemory::new);
        }
    }

    static final class WakesLateRun extends Spoilt {
        WakesLateRun() {
            super(FakeBrokenStore.WakesLate::new);
        }
    }

    static final class TakesAnyCheckpointRun extends Spoilt {
        TakesAnyCheckpointRun() {
            super(FakeBrokenStore.TakesAnyCheckpoint::new);
        }
    }

    static final class MatchesPrefixesRun extends Spoilt {
        MatchesPrefixesRun() {
            super(FakeBrokenStore.MatchesPrefixes::new);
        }
    }

    static final class ErasesTheKeyAloneRun extends Spoilt {
        ErasesTheKeyAloneRun() {
            super(FakeBrokenStore.ErasesTheKeyAlone::new);
        }
    }

    /** Says that it is shared, and is another store each time that it is opened while one is open. */
    static final class SharesNothingRun extends ApplicationStoreContract {
        private InMemoryStore last = new InMemoryStore();
        private int opened;

        @Override
        protected ApplicationStore open(Path folder) {
            boolean beside = opened++ > 0 && !FakeBrokenStore.SharesNothing.isClosed(last);
            InMemoryStore next = beside ? new InMemoryStore() : last.reopened();
            last = beside ? last : next;
            return new FakeBrokenStore.SharesNothing(next);
        }
    }
}

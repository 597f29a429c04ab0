package org.onevisit.housing.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.Outcome;

/** S-04 and S-23 to S-25: what holds while several threads use a store. */
abstract class StoreThreadRules extends StoreErasureRules {
    private static final int THREADS = 8;
    private static final int COMMITS = 200;

    @Test
    @DisplayName("S-04 8 threads with 200 commits each lose no update and leave no gap")
    void threadsLoseNothing() throws Exception {
        commitAll(UnitDraft.of("shared"));
        CyclicBarrier allHaveRead = new CyclicBarrier(THREADS);
        List<Integer> won = together(thread -> {
            int wins = 0;
            for (int i = 0; i < COMMITS; i++) {
                UnitDraft own = UnitDraft.of("own-" + thread).expecting(i);
                long read = revision("shared");
                if (i == 0) {
                    allHaveRead.await(
                            1, TimeUnit.MINUTES); // so that they clash, however the machine shares out its time
                }
                Outcome outcome =
                        commit(own, UnitDraft.of("shared").expecting(read)).get(1);
                wins += outcome instanceof Outcome.Committed ? 1 : 0;
            }
            return wins;
        });
        long committed = won.stream().mapToInt(Integer::intValue).sum();
        assertThat(committed).isPositive();
        assertThat(revision("shared")).isEqualTo(committed + 1);
        assertThat(sequences("shared")).isEqualTo(upTo(committed + 1));
        for (int thread = 0; thread < THREADS; thread++) {
            assertThat(sequences("own-" + thread)).isEqualTo(upTo(COMMITS));
        }
        assertThat(store().eventsAfter(0, 10_000).stream().map(EventRow::position))
                .hasSize((int) committed + 1 + THREADS * COMMITS)
                .doesNotHaveDuplicates();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    @DisplayName("S-23 of threads that claim one token at the same time exactly one has it")
    void oneThreadWinsAClaim() throws Exception {
        for (int round = 0; round < 20; round++) {
            String token = "person-" + round;
            String prefix = round + "-";
            List<Outcome> outcomes = together(thread ->
                    commit(UnitDraft.of(prefix + thread).claims(token)).get(0));
            assertThat(outcomes)
                    .filteredOn(Outcome.Committed.class::isInstance)
                    .as("winners of round %d", round)
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("S-24 a reader sees a unit whole or not at all, and what was acknowledged")
    void readersSeeWholeUnits() throws Exception {
        commitAll(UnitDraft.of("a-1"));
        AtomicBoolean writing = new AtomicBoolean(true);
        together(thread -> {
            if (thread == 0) {
                for (int revision = 1; revision < COMMITS; revision++) {
                    commitAll(UnitDraft.of("a-1").expecting(revision));
                    assertThat(revision("a-1")).isEqualTo(revision + 1);
                }
                writing.set(false);
            }
            long seen = 0;
            do {
                long revision = revision("a-1");
                assertThat(revision).as("revision never goes back").isGreaterThanOrEqualTo(seen);
                assertThat(sequences("a-1")).as("events up to the state").contains(revision);
                seen = revision;
            } while (writing.get());
            return seen;
        });
    }

    @Test
    @DisplayName("S-25 a block of numbers is handed out once, to threads and after opening again")
    void blocksAreHandedOutOnce() throws Exception {
        Set<Long> all = new HashSet<>();
        for (int round = 0; round < 3; round++) {
            List<List<Long>> blocks = together(thread -> IntStream.range(0, 20)
                    .mapToObj(i -> store().reserve("numbers", 5))
                    .toList());
            blocks.forEach(firsts -> firsts.forEach(first -> {
                for (long number = first; number < first + 5; number++) {
                    assertThat(all.add(number)).as("number %d is new", number).isTrue();
                }
            }));
            reopen();
        }
        assertThat(store().reserve("other", 1))
                .as("first number of another counter")
                .isEqualTo(1);
    }

    /** Work for one of several threads. */
    @FunctionalInterface
    private interface Work<T> {
        T in(int thread) throws Exception;
    }

    private static <T> List<T> together(Work<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                calls.add(() -> work.in(thread));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(calls, 5, TimeUnit.MINUTES)) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}

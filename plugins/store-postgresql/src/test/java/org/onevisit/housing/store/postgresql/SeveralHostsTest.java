package org.onevisit.housing.store.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.Outcome;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.StoredApplication;
import org.onevisit.housing.spi.store.Unit;
import org.onevisit.housing.testkit.store.UnitDraft;

/** Several hosts, each with connections of its own, over one database at the same time. */
@Timeout(120)
class SeveralHostsTest {
    private static final int HOSTS = 3;
    private static final int THREADS_OF_A_HOST = 3;
    private static final int GROUPS = 60;

    private final List<PostgresStore> hosts = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void openHosts() {
        PostgresOptions options = PostgresServer.shared().options();
        IntStream.range(0, HOSTS).forEach(i -> hosts.add(new PostgresStore(options)));
    }

    @AfterEach
    void closeHosts() {
        threads.shutdownNow();
        hosts.forEach(PostgresStore::close);
    }

    @Test
    @DisplayName("who follows the journal while several hosts write misses no event and gets each once, in order")
    void followersMissNothing() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        List<Future<List<EventRow>>> followers = new ArrayList<>();
        for (PostgresStore host : hosts) {
            followers.add(threads.submit(() -> follow(host, writing)));
        }
        together(thread -> {
            for (int group = 0; group < GROUPS; group++) {
                assertThat(hosts.get(thread % HOSTS).commit(group(thread, group)))
                        .allMatch(Outcome.Committed.class::isInstance);
            }
            return thread;
        });
        writing.set(false);
        List<Long> all = hosts.get(0).eventsAfter(0, 100_000).stream()
                .map(EventRow::position)
                .toList();
        assertThat(all).hasSize(HOSTS * THREADS_OF_A_HOST * (GROUPS + eventsOfNew()));
        for (Future<List<EventRow>> follower : followers) {
            List<EventRow> seen = follower.get(60, TimeUnit.SECONDS);
            assertThat(seen.stream().map(EventRow::position).toList()).isEqualTo(all);
            assertInOrder(seen);
        }
    }

    /** One step of an application that goes on, and one to four that are new, with one to four events. */
    private static List<Unit> group(int thread, int group) {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i <= group % 4; i++) {
            units.add(UnitDraft.of("n-%d-%d-%d".formatted(thread, group, i))
                    .events(1 + i)
                    .build());
        }
        units.add(UnitDraft.of("own-" + thread).expecting(group).build());
        return units;
    }

    private static int eventsOfNew() {
        return IntStream.range(0, GROUPS)
                .map(group -> IntStream.rangeClosed(1, 1 + group % 4).sum())
                .sum();
    }

    /** Reads on from where it is, in small pages, until nobody writes and nothing is left. */
    private static List<EventRow> follow(PostgresStore host, AtomicBoolean writing) {
        List<EventRow> seen = new ArrayList<>();
        while (true) {
            boolean last = !writing.get();
            long after = seen.isEmpty() ? 0 : seen.get(seen.size() - 1).position();
            List<EventRow> page = host.eventsAfter(after, 5);
            seen.addAll(page);
            if (last && page.isEmpty()) {
                return seen;
            }
        }
    }

    private static void assertInOrder(List<EventRow> events) {
        Map<ApplicationNumber, Long> last = new HashMap<>();
        for (EventRow event : events) {
            assertThat(event.sequence()).isEqualTo(last.getOrDefault(event.number(), 0L) + 1);
            last.put(event.number(), event.sequence());
        }
    }

    @Test
    @DisplayName("hosts that write the same applications lose and double nothing: the later one falls out as stale")
    void staleUnitsFallOut() throws Exception {
        List<String> numbers = List.of("a-1", "a-2", "a-3");
        Map<String, AtomicInteger> committed = new HashMap<>();
        numbers.forEach(number -> committed.put(number, new AtomicInteger()));
        AtomicInteger stale = new AtomicInteger();
        together(thread -> {
            PostgresStore host = hosts.get(thread % HOSTS);
            for (int round = 0; round < GROUPS; round++) {
                String mark = thread + "/" + round;
                List<Unit> group = numbers.stream()
                        .map(number -> UnitDraft.of(number)
                                .expecting(revision(host, number))
                                .claims(number + "@" + mark)
                                .key(number + "@" + mark, "digest")
                                .build())
                        .toList();
                List<Outcome> outcomes = host.commit(group);
                for (int i = 0; i < numbers.size(); i++) {
                    boolean won = outcomes.get(i) instanceof Outcome.Committed;
                    String token = numbers.get(i) + "@" + mark;
                    assertThat(host.claimedBy(token).isPresent()).isEqualTo(won);
                    assertThat(host.key(token).isPresent()).isEqualTo(won);
                    (won ? committed.get(numbers.get(i)) : stale).incrementAndGet();
                    assertThat(won || outcomes.get(i) instanceof Outcome.Stale).isTrue();
                }
            }
            return thread;
        });
        assertThat(stale).as("units that met another host's").hasPositiveValue();
        for (String number : numbers) {
            long last = committed.get(number).get();
            assertThat(revision(hosts.get(0), number)).isEqualTo(last);
            assertThat(hosts.get(1).events(ApplicationNumber.of(number), 0).stream()
                            .map(EventRow::sequence))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, last).boxed().toList());
        }
    }

    private static long revision(PostgresStore host, String number) {
        return host.load(ApplicationNumber.of(number))
                .map(StoredApplication::state)
                .map(StateRow::revision)
                .orElse(0L);
    }

    @Test
    @DisplayName("one person who is claimed at several hosts in the same moment is claimed once")
    void oneHostWinsAClaim() throws Exception {
        for (int round = 0; round < 20; round++) {
            String person = "person-" + round;
            List<Outcome> outcomes = together(thread -> hosts.get(thread % HOSTS)
                    .commit(List.of(UnitDraft.of(person + "-" + thread)
                            .claims(person, "other-" + person)
                            .build()))
                    .get(0));
            assertThat(outcomes).filteredOn(Outcome.Committed.class::isInstance).hasSize(1);
            ApplicationNumber holder = hosts.get(0).claimedBy(person).orElseThrow();
            assertThat(outcomes).filteredOn(Outcome.Claimed.class::isInstance).allSatisfy(out -> assertThat(
                            ((Outcome.Claimed) out).holder())
                    .isEqualTo(holder));
        }
    }

    @Test
    @DisplayName("groups that want the same claims in opposite order do not block each other")
    void oppositeOrderDoesNotBlock() throws Exception {
        for (int round = 0; round < 20; round++) {
            int each = round;
            List<List<Outcome>> all = together(thread -> {
                String one = "one-" + each;
                String two = "two-" + each;
                boolean odd = thread % 2 == 1;
                return hosts.get(thread % HOSTS)
                        .commit(List.of(
                                UnitDraft.of("x-%d-%d".formatted(each, thread))
                                        .claims(odd ? one : two)
                                        .build(),
                                UnitDraft.of("y-%d-%d".formatted(each, thread))
                                        .claims(odd ? two : one)
                                        .build()));
            });
            assertThat(all.stream().flatMap(List::stream).filter(Outcome.Committed.class::isInstance))
                    .hasSize(2);
        }
    }

    @Test
    @DisplayName("blocks of numbers that several hosts reserve never overlap")
    void blocksDoNotOverlap() throws Exception {
        List<List<Long>> firsts = together(thread -> IntStream.range(0, 40)
                .mapToObj(i -> hosts.get(thread % HOSTS).reserve("330482-20261127", 5))
                .toList());
        List<Long> numbers = firsts.stream()
                .flatMap(List::stream)
                .flatMap(first -> LongStream.range(first, first + 5).boxed())
                .sorted()
                .toList();
        assertThat(numbers)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, HOSTS * THREADS_OF_A_HOST * 40 * 5L)
                        .boxed()
                        .toList());
    }

    @Test
    @DisplayName("hosts that start at the same moment on an empty database make the tables once")
    void hostsStartTogether() throws Exception {
        PostgresOptions fresh = PostgresServer.shared().options();
        List<PostgresStore> started = together(thread -> new PostgresStore(fresh));
        try {
            started.get(0).commit(List.of(UnitDraft.of("a-1").build()));
            assertThat(started).allSatisfy(host -> assertThat(host.load(ApplicationNumber.of("a-1")))
                    .isPresent());
        } finally {
            started.forEach(PostgresStore::close);
        }
    }

    /** Work for one of the threads, which are spread over the hosts. */
    @FunctionalInterface
    private interface Part<T> {
        T of(int thread) throws Exception;
    }

    private <T> List<T> together(Part<T> part) throws Exception {
        List<Callable<T>> calls = new ArrayList<>();
        for (int i = 0; i < HOSTS * THREADS_OF_A_HOST; i++) {
            int thread = i;
            calls.add(() -> part.of(thread));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> done : threads.invokeAll(calls)) {
            results.add(done.get());
        }
        return results;
    }
}

package org.onevisit.housing.testkit.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.CheckpointRow;
import org.onevisit.housing.spi.store.Erasure;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.Outcome;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.StoreException;
import org.onevisit.housing.spi.store.StoreQuery;
import org.onevisit.housing.spi.store.StoredApplication;
import org.onevisit.housing.spi.store.Unit;

/** Deliberately bad stores, each with one flaw. */
final class FakeBrokenStore {
    private FakeBrokenStore() {}

    /** Takes every unit, whatever revision it expects. */
    static final class IgnoresRevision extends FakeForwardingStore {
        IgnoresRevision(ApplicationStore good) {
            super(good);
        }

        @Override
        public synchronized List<Outcome> commit(List<Unit> units) {
            if (units.size() > 1000) {
                return good.commit(units);
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Unit unit : units) {
                long stored = good.load(unit.state().number())
                        .map(StoredApplication::state)
                        .map(StateRow::revision)
                        .orElse(0L);
                outcomes.addAll(good.commit(List.of(new Unit(
                        stored,
                        unit.state(),
                        unit.wrappedKey(),
                        unit.events(),
                        unit.claims(),
                        unit.releases(),
                        unit.index(),
                        unit.keys(),
                        unit.attachments()))));
            }
            return outcomes;
        }
    }

    /** Forgets to undo the claims of a unit that was stale. */
    static final class KeepsClaimsOfStaleUnits extends FakeForwardingStore {
        private final Map<String, ApplicationNumber> kept = new ConcurrentHashMap<>();

        KeepsClaimsOfStaleUnits(ApplicationStore good) {
            super(good);
        }

        @Override
        public List<Outcome> commit(List<Unit> units) {
            List<Outcome> outcomes = good.commit(units);
            for (int i = 0; i < units.size(); i++) {
                if (outcomes.get(i) instanceof Outcome.Stale) {
                    ApplicationNumber number = units.get(i).state().number();
                    units.get(i).claims().forEach(token -> kept.put(token, number));
                }
            }
            return outcomes;
        }

        @Override
        public Optional<ApplicationNumber> claimedBy(String token) {
            return good.claimedBy(token).or(() -> Optional.ofNullable(kept.get(token)));
        }

        @Override
        public Map<String, Long> rowCounts() {
            Map<String, Long> counts = new HashMap<>(good.rowCounts());
            counts.merge("claim", (long) kept.size(), Long::sum);
            return counts;
        }
    }

    /** Says that it keeps each checkpoint, whatever came before. */
    static final class TakesAnyCheckpoint extends FakeForwardingStore {
        TakesAnyCheckpoint(ApplicationStore good) {
            super(good);
        }

        @Override
        public boolean addCheckpoint(CheckpointRow row) {
            return good.addCheckpoint(row) || row.sequence() > 0;
        }
    }

    /** Loses the last of several events. */
    static final class LosesEvents extends FakeForwardingStore {
        LosesEvents(ApplicationStore good) {
            super(good);
        }

        @Override
        public List<EventRow> events(ApplicationNumber number, long after) {
            List<EventRow> all = good.events(number, after);
            return all.size() < 2 ? all : all.subList(0, all.size() - 1);
        }
    }

    /** Writes each unit in a transaction of its own. */
    static final class CommitsOneByOne extends FakeForwardingStore {
        CommitsOneByOne(ApplicationStore good) {
            super(good);
        }

        @Override
        public List<Outcome> commit(List<Unit> units) {
            if (units.size() > 1000) {
                return good.commit(units);
            }
            return units.stream()
                    .flatMap(unit -> good.commit(List.of(unit)).stream())
                    .toList();
        }
    }

    /** Counts blocks of numbers in memory. */
    static final class CountsInMemory extends FakeForwardingStore {
        private final Map<String, AtomicLong> counters = new ConcurrentHashMap<>();

        CountsInMemory(ApplicationStore good) {
            super(good);
        }

        @Override
        public long reserve(String counter, int count) {
            if (count < 1) {
                return good.reserve(counter, count);
            }
            return counters.computeIfAbsent(counter, name -> new AtomicLong(1)).getAndAdd(count);
        }
    }

    /** Takes what is due at a moment for due after it. */
    static final class WakesLate extends FakeForwardingStore {
        WakesLate(ApplicationStore good) {
            super(good);
        }

        @Override
        public List<ApplicationNumber> due(Instant until, int limit) {
            return until.equals(Instant.MAX) ? good.due(until, limit) : good.due(until.minusNanos(1), limit);
        }
    }

    /** Compares the beginning of an agency's code only. */
    static final class MatchesPrefixes extends FakeForwardingStore {
        MatchesPrefixes(ApplicationStore good) {
            super(good);
        }

        @Override
        public List<StateRow> list(StoreQuery query) {
            StoreQuery wider = new StoreQuery(
                    query.within(),
                    query.steps(),
                    Optional.empty(),
                    query.overdueAt(),
                    query.awards(),
                    query.after(),
                    query.limit());
            return good.list(wider).stream()
                    .filter(row -> query.agency()
                            .map(code -> row.waitingFor().stream().anyMatch(waiting -> waiting.startsWith(code)))
                            .orElse(true))
                    .toList();
        }
    }

    /** Destroys the key and leaves all the rest. */
    static final class ErasesTheKeyAlone extends FakeForwardingStore {
        ErasesTheKeyAlone(ApplicationStore good) {
            super(good);
        }

        @Override
        public Outcome erase(Erasure erasure) {
            return good.commit(List.of(new Unit(
                            erasure.expectedRevision() == 0 ? Long.MAX_VALUE : erasure.expectedRevision(),
                            erasure.state(),
                            Optional.of(new byte[0]),
                            List.of(erasure.event()),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of())))
                    .get(0);
        }
    }

    /** Says that others write to it too, which they do not. */
    static final class SharesNothing extends FakeForwardingStore {
        SharesNothing(ApplicationStore good) {
            super(good);
        }

        static boolean isClosed(ApplicationStore store) {
            try {
                return store.editions().size() < 0;
            } catch (StoreException e) {
                return true;
            }
        }

        @Override
        public boolean shared() {
            return true;
        }
    }
}

package org.onevisit.housing.testkit.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.AccessRow;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.CheckpointRow;
import org.onevisit.housing.spi.store.Erasure;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.KeyRow;
import org.onevisit.housing.spi.store.Outcome;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.StoreException;
import org.onevisit.housing.spi.store.StoreQuery;
import org.onevisit.housing.spi.store.StoredApplication;
import org.onevisit.housing.spi.store.Unit;

/**
 * A store for tests: correct, in memory, one call at a time. It loses everything with the JVM; {@link #reopened()} stands for a
 * restart.
 *
 * <p><b>Threads.</b> Any. <b>Speed.</b> Queries look at every application.
 */
public final class InMemoryStore implements ApplicationStore {
    private static final int UNITS_AT_MOST = 1000;
    private final MemoryTables tables;
    private boolean closed;

    /** An empty store. */
    public InMemoryStore() {
        this(new MemoryTables());
    }

    private InMemoryStore(MemoryTables tables) {
        this.tables = tables;
    }

    /** Closes this store and opens another one on the same content, as a restart would. */
    public InMemoryStore reopened() {
        close();
        return new InMemoryStore(tables);
    }

    @Override
    public List<Outcome> commit(List<Unit> units) {
        if (units.size() > UNITS_AT_MOST) {
            throw new IllegalArgumentException("a commit takes at most 1000 units");
        }
        return with(content -> {
            MemoryCommit commit = new MemoryCommit(content);
            try {
                List<Outcome> outcomes = new ArrayList<>();
                units.forEach(unit -> outcomes.add(commit.write(unit)));
                content.keep();
                return outcomes;
            } finally {
                content.backTo(0);
            }
        });
    }

    @Override
    public Outcome erase(Erasure erasure) {
        return with(content -> {
            try {
                Outcome outcome = new MemoryCommit(content).erase(erasure);
                content.keep();
                return outcome;
            } finally {
                content.backTo(0);
            }
        });
    }

    @Override
    public Optional<StoredApplication> load(ApplicationNumber number) {
        return with(content -> Optional.ofNullable(content.applications.get(number)));
    }

    @Override
    public void snapshot(Consumer<StoredApplication> reader) {
        with(content -> List.copyOf(content.applications.values())).forEach(reader);
    }

    @Override
    public List<EventRow> events(ApplicationNumber number, long after) {
        return with(content -> List.copyOf(content.eventsOf
                .getOrDefault(number, new TreeMap<>())
                .tailMap(after, false)
                .values()));
    }

    @Override
    public List<EventRow> eventsAfter(long after, int limit) {
        return with(content -> content.events.stream().skip(after).limit(limit).toList());
    }

    @Override
    public List<ApplicationNumber> due(Instant until, int limit) {
        return with(content -> states(content)
                .filter(state -> state.wakeAt().filter(at -> !at.isAfter(until)).isPresent())
                .sorted(Comparator.comparing(state -> state.wakeAt().orElse(Instant.MAX)))
                .limit(limit)
                .map(StateRow::number)
                .toList());
    }

    @Override
    public List<StateRow> list(StoreQuery query) {
        return with(content -> states(content)
                .filter(state -> wants(query, state))
                .limit(query.limit())
                .toList());
    }

    private static boolean wants(StoreQuery query, StateRow state) {
        boolean county = query.within().code().length() == 6;
        return query.within().contains(county ? state.county() : state.subdistrict())
                && (query.steps().isEmpty() || query.steps().contains(state.step()))
                && (query.awards().isEmpty() || query.awards().contains(state.award()))
                && query.agency().map(state.waitingFor()::contains).orElse(true)
                && query.after()
                        .map(after -> state.number().compareTo(after) > 0)
                        .orElse(true)
                && query.overdueAt().map(at -> overdue(state, at)).orElse(true);
    }

    private static boolean overdue(StateRow state, Instant at) {
        return state.deadlineAt().filter(end -> !end.isAfter(at)).isPresent();
    }

    private static Stream<StateRow> states(MemoryTables content) {
        return content.applications.values().stream().map(StoredApplication::state);
    }

    @Override
    public List<ApplicationNumber> find(String token) {
        return with(content ->
                List.copyOf(content.index.getOrDefault(token, new TreeMap<>()).keySet()));
    }

    @Override
    public Optional<ApplicationNumber> claimedBy(String token) {
        return with(content -> Optional.ofNullable(content.claims.get(token)));
    }

    @Override
    public Optional<KeyRow> key(String name) {
        return with(content -> Optional.ofNullable(content.keys.get(name)));
    }

    @Override
    public long reserve(String counter, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a block holds one number at least");
        }
        return with(content -> {
            long first = content.counters.getOrDefault(counter, 1L);
            content.counters.put(counter, Math.addExact(first, count));
            return first;
        });
    }

    @Override
    public void putEdition(String sha256, byte[] content) {
        with(tables -> Optional.ofNullable(tables.editions.putIfAbsent(sha256, content)));
    }

    @Override
    public Optional<byte[]> edition(String sha256) {
        return with(content -> Optional.ofNullable(content.editions.get(sha256)));
    }

    @Override
    public List<String> editions() {
        return with(content -> List.copyOf(content.editions.keySet()));
    }

    @Override
    public Optional<byte[]> attachment(ApplicationNumber number, String id) {
        return with(content -> Optional.ofNullable(
                content.attachments.getOrDefault(number, Map.of()).get(id)));
    }

    @Override
    public void recordAccess(List<AccessRow> rows) {
        with(content -> content.accesses.addAll(rows));
    }

    @Override
    public List<AccessRow> accesses(ApplicationNumber number) {
        return with(content -> content.accesses.stream()
                .filter(row -> row.number().equals(number))
                .toList());
    }

    @Override
    public long position(String follower) {
        return with(content -> content.positions.getOrDefault(follower, 0L));
    }

    @Override
    public void position(String follower, long position) {
        with(content -> Optional.ofNullable(content.positions.put(follower, position)));
    }

    @Override
    public Optional<CheckpointRow> lastCheckpoint() {
        return with(content -> content.checkpoints.isEmpty()
                ? Optional.empty()
                : Optional.of(content.checkpoints.get(content.checkpoints.size() - 1)));
    }

    @Override
    public boolean addCheckpoint(CheckpointRow row) {
        return with(content -> row.sequence() == content.checkpoints.size() + 1 && content.checkpoints.add(row));
    }

    @Override
    public Map<String, Long> rowCounts() {
        return with(MemoryTables::counts);
    }

    @Override
    public void close() {
        synchronized (tables) {
            closed = true;
        }
    }

    private <T> T with(Function<MemoryTables, T> work) {
        synchronized (tables) {
            if (closed) {
                throw new StoreException("the store is closed; open it again", new IllegalStateException("closed"));
            }
            return work.apply(tables);
        }
    }
}

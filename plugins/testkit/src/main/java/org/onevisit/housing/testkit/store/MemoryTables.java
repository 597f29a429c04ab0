package org.onevisit.housing.testkit.store;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.AccessRow;
import org.onevisit.housing.spi.store.CheckpointRow;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.KeyRow;
import org.onevisit.housing.spi.store.StoredApplication;

/** The content of an {@link InMemoryStore}. Whoever touches it holds its monitor. */
final class MemoryTables {
    final NavigableMap<ApplicationNumber, StoredApplication> applications = new TreeMap<>();
    final List<EventRow> events = new ArrayList<>();
    final Map<ApplicationNumber, NavigableMap<Long, EventRow>> eventsOf = new HashMap<>();
    final Map<String, ApplicationNumber> claims = new HashMap<>();
    final Map<String, NavigableMap<ApplicationNumber, Boolean>> index = new HashMap<>();
    final Map<String, KeyRow> keys = new HashMap<>();
    final Map<ApplicationNumber, Map<String, byte[]>> attachments = new HashMap<>();
    final Map<String, Long> counters = new HashMap<>();
    final NavigableMap<String, byte[]> editions = new TreeMap<>();
    final List<AccessRow> accesses = new ArrayList<>();
    final Map<String, Long> positions = new HashMap<>();
    final List<CheckpointRow> checkpoints = new ArrayList<>();

    private final Deque<Runnable> undo = new ArrayDeque<>();

    /** A place to go back to. */
    int mark() {
        return undo.size();
    }

    /** Undoes what was written since the mark. */
    void backTo(int mark) {
        while (undo.size() > mark) {
            undo.pop().run();
        }
    }

    /** Forgets how to go back. */
    void keep() {
        undo.clear();
    }

    /** Puts a value so that it can be undone. */
    <K, V> void put(Map<K, V> map, K key, V value) {
        if (map.containsKey(key)) {
            V old = requireNonNull(map.get(key));
            undo.push(() -> map.put(key, old));
        } else {
            undo.push(() -> map.remove(key));
        }
        map.put(key, value);
    }

    /** Removes a value that is there, so that it can be undone. */
    <K, V> void remove(Map<K, V> map, K key) {
        V old = requireNonNull(map.remove(key));
        undo.push(() -> map.put(key, old));
    }

    /** Adds an event at the next position so that it can be undone. */
    EventRow append(EventRow event) {
        EventRow placed = event.at(events.size() + 1L);
        events.add(placed);
        undo.push(() -> events.remove(events.size() - 1));
        put(eventsOf.computeIfAbsent(event.number(), number -> new TreeMap<>()), event.sequence(), placed);
        return placed;
    }

    /** Rows by table. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        counts.put("application", (long) applications.size());
        counts.put("event", (long) events.size());
        counts.put("claim", (long) claims.size());
        counts.put("index", index.values().stream().mapToLong(Map::size).sum());
        counts.put("key", (long) keys.size());
        counts.put(
                "attachment", attachments.values().stream().mapToLong(Map::size).sum());
        counts.put("counter", (long) counters.size());
        counts.put("edition", (long) editions.size());
        counts.put("access", (long) accesses.size());
        counts.put("position", (long) positions.size());
        counts.put("checkpoint", (long) checkpoints.size());
        return counts;
    }
}

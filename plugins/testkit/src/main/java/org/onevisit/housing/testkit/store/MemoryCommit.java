package org.onevisit.housing.testkit.store;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.Erasure;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.KeyRow;
import org.onevisit.housing.spi.store.Outcome;
import org.onevisit.housing.spi.store.StoreException;
import org.onevisit.housing.spi.store.StoredApplication;
import org.onevisit.housing.spi.store.Unit;

/** Writes units into tables in memory; what falls out is undone. */
final class MemoryCommit {
    private static final byte[] NO_KEY = {};
    private final MemoryTables tables;

    MemoryCommit(MemoryTables tables) {
        this.tables = tables;
    }

    Outcome write(Unit unit) {
        int mark = tables.mark();
        Optional<Outcome> out = useKeys(unit).or(() -> claim(unit)).or(() -> writeState(unit));
        if (out.isPresent()) {
            tables.backTo(mark);
            return out.get();
        }
        return new Outcome.Committed(writeRest(unit));
    }

    Outcome erase(Erasure erasure) {
        ApplicationNumber number = erasure.state().number();
        StoredApplication stored = tables.applications.get(number);
        if (stored == null || stored.state().revision() != erasure.expectedRevision()) {
            return new Outcome.Stale();
        }
        tables.put(tables.applications, number, new StoredApplication(erasure.state(), NO_KEY));
        for (String token : List.copyOf(tables.claims.keySet())) {
            if (number.equals(tables.claims.get(token))) {
                tables.remove(tables.claims, token);
            }
        }
        for (String name : List.copyOf(tables.keys.keySet())) {
            KeyRow key = tables.keys.get(name);
            if (key != null && key.number().equals(number)) {
                tables.remove(tables.keys, name);
            }
        }
        tables.index.values().stream()
                .filter(found -> found.containsKey(number))
                .forEach(found -> tables.remove(found, number));
        if (tables.attachments.containsKey(number)) {
            tables.remove(tables.attachments, number);
        }
        return new Outcome.Committed(append(erasure.event()));
    }

    private Optional<Outcome> useKeys(Unit unit) {
        for (KeyRow key : unit.keys()) {
            KeyRow earlier = tables.keys.get(key.name());
            if (earlier != null) {
                return Optional.of(new Outcome.KeyUsed(earlier));
            }
            tables.put(tables.keys, key.name(), key);
        }
        return Optional.empty();
    }

    private Optional<Outcome> claim(Unit unit) {
        ApplicationNumber number = unit.state().number();
        for (String token : unit.claims()) {
            ApplicationNumber holder = tables.claims.get(token);
            if (holder != null && !holder.equals(number)) {
                return Optional.of(new Outcome.Claimed(token, holder));
            }
            tables.put(tables.claims, token, number);
        }
        return Optional.empty();
    }

    private Optional<Outcome> writeState(Unit unit) {
        ApplicationNumber number = unit.state().number();
        StoredApplication stored = tables.applications.get(number);
        long revision = stored == null ? 0 : stored.state().revision();
        if (revision != unit.expectedRevision()) {
            return Optional.of(new Outcome.Stale());
        }
        byte[] wrappedKey = unit.wrappedKey().orElse(stored == null ? NO_KEY : stored.wrappedKey());
        tables.put(tables.applications, number, new StoredApplication(unit.state(), wrappedKey));
        return Optional.empty();
    }

    private long writeRest(Unit unit) {
        ApplicationNumber number = unit.state().number();
        long last = 0;
        for (EventRow event : unit.events()) {
            last = append(event);
        }
        for (String token : unit.releases()) {
            if (number.equals(tables.claims.get(token))) {
                tables.remove(tables.claims, token);
            }
        }
        for (String token : unit.index()) {
            tables.put(tables.index.computeIfAbsent(token, t -> new TreeMap<>()), number, true);
        }
        for (Unit.Attachment attachment : unit.attachments()) {
            tables.put(
                    tables.attachments.computeIfAbsent(number, n -> new HashMap<>()),
                    attachment.id(),
                    attachment.sealed());
        }
        return last;
    }

    private long append(EventRow event) {
        if (tables.eventsOf.getOrDefault(event.number(), new TreeMap<>()).containsKey(event.sequence())) {
            String message = "application %s has an event %d already; nothing of this call was kept";
            throw new StoreException(
                    message.formatted(event.number(), event.sequence()),
                    new IllegalStateException("event sequence used twice"));
        }
        return tables.append(event).position();
    }
}

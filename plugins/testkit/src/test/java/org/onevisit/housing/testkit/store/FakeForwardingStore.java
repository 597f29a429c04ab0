package org.onevisit.housing.testkit.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.AccessRow;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.CheckpointRow;
import org.onevisit.housing.spi.store.Erasure;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.KeyRow;
import org.onevisit.housing.spi.store.Outcome;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.StoreQuery;
import org.onevisit.housing.spi.store.StoredApplication;
import org.onevisit.housing.spi.store.Unit;

/** A store that hands every call to a correct one; whoever extends it spoils something. */
class FakeForwardingStore implements ApplicationStore {
    final ApplicationStore good;

    FakeForwardingStore(ApplicationStore good) {
        this.good = good;
    }

    @Override
    public List<Outcome> commit(List<Unit> units) {
        return good.commit(units);
    }

    @Override
    public Outcome erase(Erasure erasure) {
        return good.erase(erasure);
    }

    @Override
    public Optional<StoredApplication> load(ApplicationNumber number) {
        return good.load(number);
    }

    @Override
    public List<EventRow> events(ApplicationNumber number, long after) {
        return good.events(number, after);
    }

    @Override
    public List<EventRow> eventsAfter(long after, int limit) {
        return good.eventsAfter(after, limit);
    }

    @Override
    public List<ApplicationNumber> due(Instant until, int limit) {
        return good.due(until, limit);
    }

    @Override
    public List<StateRow> list(StoreQuery query) {
        return good.list(query);
    }

    @Override
    public void snapshot(Consumer<StoredApplication> reader) {
        good.snapshot(reader);
    }

    @Override
    public List<ApplicationNumber> find(String token) {
        return good.find(token);
    }

    @Override
    public Optional<ApplicationNumber> claimedBy(String token) {
        return good.claimedBy(token);
    }

    @Override
    public Optional<KeyRow> key(String name) {
        return good.key(name);
    }

    @Override
    public long reserve(String counter, int count) {
        return good.reserve(counter, count);
    }

    @Override
    public void putEdition(String sha256, byte[] content) {
        good.putEdition(sha256, content);
    }

    @Override
    public Optional<byte[]> edition(String sha256) {
        return good.edition(sha256);
    }

    @Override
    public List<String> editions() {
        return good.editions();
    }

    @Override
    public Optional<byte[]> attachment(ApplicationNumber number, String id) {
        return good.attachment(number, id);
    }

    @Override
    public void recordAccess(List<AccessRow> rows) {
        good.recordAccess(rows);
    }

    @Override
    public List<AccessRow> accesses(ApplicationNumber number) {
        return good.accesses(number);
    }

    @Override
    public long position(String follower) {
        return good.position(follower);
    }

    @Override
    public void position(String follower, long position) {
        good.position(follower, position);
    }

    @Override
    public Optional<CheckpointRow> lastCheckpoint() {
        return good.lastCheckpoint();
    }

    @Override
    public boolean addCheckpoint(CheckpointRow row) {
        return good.addCheckpoint(row);
    }

    @Override
    public Map<String, Long> rowCounts() {
        return good.rowCounts();
    }

    @Override
    public void close() {
        good.close();
    }
}

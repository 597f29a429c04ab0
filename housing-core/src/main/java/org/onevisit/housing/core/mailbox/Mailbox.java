package org.onevisit.housing.core.mailbox;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.onevisit.housing.core.journal.Dossier;
import org.onevisit.housing.core.journal.Journal;
import org.onevisit.housing.core.plugin.BoundedStore;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.store.AccessRow;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.Erasure;
import org.onevisit.housing.spi.store.KeyRow;
import org.onevisit.housing.spi.store.Outcome;
import org.onevisit.housing.spi.store.StoreException;
import org.onevisit.housing.spi.store.StoredApplication;
import org.onevisit.housing.spi.store.Unit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leader and followers: whoever finds nobody committing commits for himself and for all that wait; the rest ride along. Order, chain
 * and group commit agree. If a commit fails, the state in memory is dropped and each letter is tried alone.
 *
 * <p>Where other hosts write the same applications, the state in memory may be old. What is written is checked by its revision; what
 * is refused, or changes nothing, is answered only when the revision that it was decided on is still the one stored; what is read is
 * asked of the store.
 */
public final class Mailbox {
    private static final Logger log = LoggerFactory.getLogger(Mailbox.class);
    private static final int MOST_AT_ONCE = 512;
    private static final int TRIES_ALONE = 8;
    private final ApplicationStore store;
    private final boolean shared;
    private final Journal journal;
    private final Rows rows;
    private final Keeper keeper;
    private final ConcurrentLinkedQueue<Letter> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock committing = new ReentrantLock();
    private final Memory memory = new Memory(Ticker.systemTicker());

    /** A mailbox before a store. */
    public Mailbox(ApplicationStore store, Journal journal, Rows rows, Keeper keeper) {
        this.store = store;
        this.shared = store.shared();
        this.journal = journal;
        this.rows = rows;
        this.keeper = keeper;
    }

    /** Sends a letter and waits until it is on disk. */
    public Letter.Reply send(Letter letter) {
        waiting.add(letter);
        pump();
        try {
            return letter.done().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Lays a letter in the box; somebody has to {@link #pump}. */
    public CompletableFuture<Letter.Reply> post(Letter letter) {
        waiting.add(letter);
        return letter.done();
    }

    /** Commits what waits, unless somebody is at it; then they take it along. */
    public void pump() {
        while (!waiting.isEmpty() && !committing.isHeldByCurrentThread() && committing.tryLock()) {
            List<Committed> done = new ArrayList<>();
            try {
                List<Letter> batch = take();
                if (!commit(batch, done)) {
                    batch.stream().filter(letter -> !letter.done().isDone()).forEach(letter -> alone(letter, done));
                }
            } finally {
                committing.unlock();
            }
            if (!done.isEmpty()) {
                keeper.committed(done);
            }
        }
    }

    /**
     * Erases a dossier while nothing else is being written here, and forgets it; nothing if there is none, or it is erased already.
     *
     * @param decide from the dossier to what stays of it; throws to refuse; asked again when the dossier was changed elsewhere meanwhile
     */
    public void erase(ApplicationNumber number, Function<Dossier, Erasure> decide) {
        committing.lock();
        try {
            erasing(number, decide);
        } catch (StoreException e) {
            throw translate(e);
        } finally {
            memory.forget(number);
            committing.unlock();
            pump(); // whoever sent meanwhile found somebody at it, and waits
        }
    }

    private void erasing(ApplicationNumber number, Function<Dossier, Erasure> decide) {
        Optional<Dossier> stored = opened(number);
        for (int attempt = 1; stored.isPresent(); attempt++) {
            if (store.erase(decide.apply(stored.get())) instanceof Outcome.Committed) {
                return;
            }
            if (attempt == TRIES_ALONE) {
                throw changedElsewhere(number);
            }
            stored = opened(number);
        }
    }

    private Optional<Dossier> opened(ApplicationNumber number) {
        return store.load(number).filter(row -> !row.erased()).map(this::open);
    }

    /** The dossier as it stands; empty if there is none, or it is erased. */
    public Optional<Dossier> read(ApplicationNumber number) {
        Optional<Dossier> known = memory.known(number);
        if (known.isPresent() && !shared) {
            return known;
        }
        Optional<StoredApplication> stored = store.load(number);
        return memory.confirmed(number, stored)
                .or(() -> stored.filter(row -> !row.erased()).map(this::open));
    }

    /** The dossier as it stood within the last while: what this host did since is in it, what others did may not be. */
    public Optional<Dossier> recent(ApplicationNumber number, Duration atMost) {
        return shared ? memory.knownFor(number, atMost).or(() -> read(number)) : read(number);
    }

    private Dossier open(StoredApplication row) {
        try {
            return journal.open(row);
        } catch (IllegalStateException e) {
            log.error(
                    "application {}: its row in the store does not open",
                    row.state().number());
            throw e;
        }
    }

    private List<Letter> take() {
        List<Letter> batch = new ArrayList<>();
        for (Letter letter = waiting.poll(); letter != null; letter = waiting.poll()) {
            batch.add(letter);
            if (batch.size() == MOST_AT_ONCE) {
                break;
            }
        }
        return batch;
    }

    /** Writes the letters in one transaction; false when some have to be tried alone. */
    private boolean commit(List<Letter> letters, List<Committed> done) {
        Map<ApplicationNumber, Draft> drafts = new LinkedHashMap<>();
        try {
            List<Unit> units = keeper.at(keeper.now(), () -> {
                letters.forEach(letter ->
                        drafts.computeIfAbsent(letter.number(), this::draft).add(letter, journal, this::repeats));
                drafts.values().forEach(draft -> draft.add(keeper::alongside));
                return units(drafts.values());
            });
            List<Draft> writing =
                    drafts.values().stream().filter(Draft::changes).toList();
            boolean all = writing.isEmpty() || write(writing, units, done);
            for (Draft draft : drafts.values()) {
                all &= draft.changes() || answered(draft);
            }
            return all;
        } catch (RuntimeException e) {
            drafts.keySet().forEach(memory::forget);
            if (letters.size() == 1) {
                letters.get(0).done().completeExceptionally(translate(e));
                return true;
            }
            return false;
        }
    }

    /** What to decide on: as it is known here, else as it is stored. */
    private Draft draft(ApplicationNumber number) {
        Optional<Dossier> known = memory.known(number);
        if (known.isPresent()) {
            return new Draft(known, !shared);
        }
        Optional<Dossier> stored = opened(number);
        stored.ifPresent(dossier -> memory.keep(number, dossier));
        return new Draft(stored, true);
    }

    /** Answers letters that change nothing; false when they were decided on what is stored no more, and have to be tried alone. */
    private boolean answered(Draft draft) {
        if (!draft.isFresh() && draft.size() > 0 && !isStored(draft)) {
            return false;
        }
        draft.answer();
        return true;
    }

    private boolean isStored(Draft draft) {
        ApplicationNumber number = draft.before().orElseThrow().state().number();
        return store.load(number)
                .filter(row -> row.state().revision() == draft.base())
                .isPresent();
    }

    /** What is to be written of the drafts, in their order; several are sealed at once, as each is an application of its own. */
    private List<Unit> units(Collection<Draft> drafts) {
        Instant now = keeper.now();
        return drafts.parallelStream()
                .filter(Draft::changes)
                .map(draft -> keeper.at(now, () -> draft.unit(rows, journal)))
                .toList();
    }

    private boolean write(List<Draft> writing, List<Unit> units, List<Committed> done) {
        List<AccessRow> reused = writing.stream()
                .flatMap(draft -> Reuse.of(draft.recorded()).stream())
                .toList();
        if (!reused.isEmpty()) {
            store.recordAccess(reused);
        }
        List<Outcome> outcomes = store.commit(units);
        boolean all = true;
        for (int i = 0; i < writing.size(); i++) {
            Draft draft = writing.get(i);
            if (outcomes.get(i) instanceof Outcome.Committed committed) {
                memory.keep(draft.after().state().number(), draft.after());
                draft.answer();
                done.add(new Committed(
                        draft.before().map(Dossier::state),
                        draft.after().state(),
                        draft.recorded(),
                        committed.lastPosition()));
            } else {
                memory.forget(draft.after().state().number());
                all &= refused(draft, outcomes.get(i));
            }
        }
        return all;
    }

    /** Answers the letters of a unit that fell out; false when they have to be tried alone. */
    private boolean refused(Draft draft, Outcome outcome) {
        if (draft.size() > 1 || outcome instanceof Outcome.Stale) {
            return false;
        }
        Letter letter = draft.letters().get(0);
        if (outcome instanceof Outcome.KeyUsed used) {
            repeat(letter, used.row());
        } else if (outcome instanceof Outcome.Claimed claimed) {
            letter.done().completeExceptionally(new ClaimedException(claimed.token(), claimed.holder()));
        }
        return true;
    }

    /** A refused letter whose key was used before repeats a request that was answered: so it is answered again. */
    private boolean repeats(Letter letter) {
        Optional<KeyRow> earlier = letter.key().flatMap(key -> store.key(key.name()));
        earlier.ifPresent(row -> repeat(letter, row));
        return earlier.isPresent();
    }

    private void repeat(Letter letter, KeyRow earlier) {
        boolean same = letter.key()
                .filter(k -> k.bodyDigest().equals(earlier.bodyDigest()))
                .isPresent();
        if (same) {
            letter.done().complete(new Letter.Reply(read(earlier.number()).orElseThrow(), true, 0));
        } else {
            letter.done()
                    .completeExceptionally(new HousingException(
                            ErrorCode.KEY_REUSED, "Idempotency-Key 已用于另一个请求（申请 " + earlier.number() + "）；请换一个"));
        }
    }

    private void alone(Letter letter, List<Committed> done) {
        for (int attempt = 1; attempt <= TRIES_ALONE; attempt++) {
            memory.forget(letter.number());
            if (commit(List.of(letter), done) || letter.done().isDone()) {
                return;
            }
        }
        letter.done().completeExceptionally(changedElsewhere(letter.number()));
    }

    private static HousingException changedElsewhere(ApplicationNumber number) {
        return new HousingException(ErrorCode.STALE_REVISION, "申请 " + number + " 同时被别处修改；请重新读取后再试");
    }

    private static RuntimeException translate(RuntimeException e) {
        if (!(e instanceof StoreException)) {
            return e;
        }
        String text = e.getCause() instanceof BoundedStore.NoAnswerException
                ? "存储没有答复，是否已保存尚不确定；请稍后重新读取，或用同一 Idempotency-Key 重试"
                : "存储暂不可用，没有保存任何内容；请稍后用同一 Idempotency-Key 重试";
        return new HousingException(ErrorCode.STORE_UNAVAILABLE, text, e);
    }
}

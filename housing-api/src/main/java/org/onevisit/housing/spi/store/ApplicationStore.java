package org.onevisit.housing.spi.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.onevisit.housing.model.ApplicationNumber;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keeps applications durably.
 *
 * <p><b>Durability.</b> When {@link #commit} returns, what it reports as committed survives a power cut (S-01). <b>Groups.</b> One
 * call is one transaction; a unit that cannot be written falls out alone and leaves nothing behind (S-02). <b>Order.</b> Inside a
 * unit: key, claims by insert-if-absent, state by revision, then the rest (S-03). <b>Threads.</b> Any thread, several at once
 * (S-04). <b>Trouble.</b> A store that cannot write throws {@link StoreException}; then nothing of the call is kept (S-05).
 */
@ConsumerType
public interface ApplicationStore extends AutoCloseable {
    /** Writes the units and tells of each, in the same order, what became of it. At most 1000 units. */
    List<Outcome> commit(List<Unit> units);

    /**
     * Destroys what is kept of one application: its wrapped key, claims, index, idempotency keys and attachments, together with
     * writing its last row and entry, in one transaction; its other entries stay (S-54). Afterwards its wrapped key is empty. What
     * files held of it is overwritten as far as the store can (its documentation says how far).
     *
     * @return {@link Outcome.Committed}, or {@link Outcome.Stale} when the revision is not the expected one; then nothing is changed
     *     (S-55)
     */
    Outcome erase(Erasure erasure);

    /** The state of one application. */
    Optional<StoredApplication> load(ApplicationNumber number);

    /** Events of one application with a sequence above {@code after}, in order. */
    List<EventRow> events(ApplicationNumber number, long after);

    /** Events of all applications with a position above {@code after}, in the order of positions, at most {@code limit}. */
    List<EventRow> eventsAfter(long after, int limit);

    /** Applications whose {@link StateRow#wakeAt()} is not later than {@code until}, earliest first, at most {@code limit}. */
    List<ApplicationNumber> due(Instant until, int limit);

    /** States that a query selects, ordered by number. */
    List<StateRow> list(StoreQuery query);

    /**
     * Reads every application as all of them were at one moment, ordered by number, while others go on writing. The reader is called
     * on the caller's thread and may take its time; what it throws ends the reading (S-49).
     */
    void snapshot(Consumer<StoredApplication> reader);

    /** Applications indexed under a token, ordered by number. */
    List<ApplicationNumber> find(String token);

    /**
     * Applications indexed under any of these tokens, each once, ordered by number: one question where a store can answer it as one.
     * At most 500 tokens.
     */
    default List<ApplicationNumber> findAny(Collection<String> tokens) {
        return tokens.stream()
                .flatMap(token -> find(token).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The application that holds a claim. */
    Optional<ApplicationNumber> claimedBy(String token);

    /** The idempotency key with this name. */
    Optional<KeyRow> key(String name);

    /**
     * Reserves a block of consecutive numbers of a counter, never handed out before.
     *
     * @return the first of {@code count}
     */
    long reserve(String counter, int count);

    /** Keeps an edition under its hash; one that is there is left alone. */
    void putEdition(String sha256, byte[] content);

    /** The edition with this hash. */
    Optional<byte[]> edition(String sha256);

    /** The hashes of all editions kept. */
    List<String> editions();

    /** The sealed content of an attachment. */
    Optional<byte[]> attachment(ApplicationNumber number, String id);

    /** Records who read what; durable when it returns. */
    void recordAccess(List<AccessRow> rows);

    /** Who has read an application, oldest first. */
    List<AccessRow> accesses(ApplicationNumber number);

    /** How far a follower has come; 0 for a new one. */
    long position(String follower);

    /** Notes how far a follower has come. */
    void position(String follower, long position);

    /** The checkpoint with the highest sequence; empty if there is none. */
    Optional<CheckpointRow> lastCheckpoint();

    /**
     * Keeps a checkpoint that follows on the last one, durably when it returns (S-50). No two can come to have one sequence (S-51).
     *
     * @return false if its sequence is not one above the last; then nothing was kept
     */
    boolean addCheckpoint(CheckpointRow row);

    /** Rows by table, for operators and tests. */
    Map<String, Long> rowCounts();

    /**
     * Do others write the same applications, beside this process (S-49)? Then what was read before may be old by now, and the core
     * asks again before it answers from memory. Asked on any thread; the answer never changes.
     *
     * @return false unless a store says otherwise
     */
    default boolean shared() {
        return false;
    }

    /** Lets go of files and connections; harmless when repeated. */
    @Override
    void close();
}

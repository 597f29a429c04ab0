package org.onevisit.housing.core.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.core.journal.Chain;
import org.onevisit.housing.core.journal.Journal;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.CheckpointRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Covers the journal by checkpoints, and stops decisions when that fails for too long. Nothing happens by itself: timed work calls
 * {@link #due}, whoever decides asks {@link #mayDecide}. Safe for every thread.
 */
public final class Ledger {
    private static final Logger log = LoggerFactory.getLogger(Ledger.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private final ApplicationStore store;
    private final Journal journal;
    private final LedgerSettings settings;
    private final SigningKey key;

    /** A moment at which every entry was covered. */
    private volatile @Nullable Instant covered;

    private volatile @Nullable Instant failedAt;
    private volatile boolean stopped;

    /** The ledger of a store; opens or makes the signing key. */
    public Ledger(ApplicationStore store, Journal journal, LedgerSettings settings) {
        this.store = store;
        this.journal = journal;
        this.settings = settings;
        key = SigningKey.openOrCreate(settings.signingKey());
    }

    /** Writes a checkpoint if entries have waited for long enough. Trouble is told and never thrown. */
    public synchronized void due(Instant now) {
        Instant failed = failedAt;
        if (failed != null && !failed.isAfter(now) && now.isBefore(failed.plus(PAUSE))) {
            return;
        }
        try {
            Instant since = covered(now);
            if (since.isAfter(now) || !now.isBefore(since.plus(settings.every()))) {
                cover(now);
            }
        } catch (RuntimeException e) {
            failed(now, e);
        }
        stopped(now);
    }

    /**
     * May anything be decided now? If entries have waited for too long, one more checkpoint is tried at once.
     *
     * @throws HousingException STORE_UNAVAILABLE if the store does not say since when entries have waited
     */
    public boolean mayDecide(Instant now) {
        if (young(now)) {
            return true;
        }
        synchronized (this) {
            try {
                covered(now);
                if (!young(now)) {
                    cover(now);
                }
            } catch (RuntimeException e) {
                failed(now, e);
                requireKnown(e);
            }
            return !stopped(now);
        }
    }

    private void requireKnown(RuntimeException trouble) {
        if (covered == null) {
            throw new HousingException(
                    ErrorCode.STORE_UNAVAILABLE, "存储暂不可用，没有保存任何内容；请稍后用同一 Idempotency-Key 重试", trouble);
        }
    }

    /** Refuses what must not be decided now. */
    public void requireCovered(Instant now) {
        if (!mayDecide(now)) {
            throw new HousingException(ErrorCode.LEDGER_NOT_COVERED, refusal());
        }
    }

    private String refusal() {
        return "检查点已超过 " + settings.patience().toHours() + " 小时无法写入，暂停作出决定和公示；受理和核查照常进行。请运维人员查看日志并排除故障，恢复后即可继续";
    }

    /** Why decisions have stopped; empty while they have not. */
    public Optional<String> trouble() {
        return stopped ? Optional.of(refusal()) : Optional.empty();
    }

    private boolean young(Instant now) {
        Instant since = covered;
        return since != null && !now.isAfter(since.plus(settings.patience()));
    }

    /** The last moment at which all was covered: of the last checkpoint, or before the first entry. */
    private Instant covered(Instant now) {
        Instant known = covered;
        if (known == null) {
            known = store.lastCheckpoint()
                    .map(row ->
                            Instant.parse(CheckpointHeader.read(row.header()).at()))
                    .or(() -> store.eventsAfter(0, 1).stream().findFirst().map(journal::writtenAt))
                    .orElse(now);
            covered = known;
        }
        return known;
    }

    /** Writes as many checkpoints as it takes. */
    private void cover(Instant now) {
        boolean more = true;
        while (more) {
            Optional<CheckpointRow> last = store.lastCheckpoint();
            long after =
                    last.map(row -> CheckpointHeader.read(row.header()).upto()).orElse(0L);
            Draft draft = Draft.of(store, journal, after);
            boolean first = draft.isEmpty() || store.addCheckpoint(row(last, after, draft, now));
            more = draft.isFull() || !first; // where another host was first, look again
        }
        covered = now;
        failedAt = null;
    }

    private CheckpointRow row(Optional<CheckpointRow> last, long after, Draft draft, Instant now) {
        long sequence = last.map(CheckpointRow::sequence).orElse(0L) + 1;
        Chain chain = settings.chain();
        String header = new CheckpointHeader(
                        1, sequence, now.toString(), after, draft.upto(), chain.text(), SigningKey.ALGORITHM, key.id())
                .write();
        String entries = draft.lines();
        byte[] previous = last.map(CheckpointRow::hash).orElseGet(Chain::beginning);
        byte[] hash = chain.link(previous, "checkpoint#" + sequence, header, entries.getBytes(StandardCharsets.UTF_8));
        return new CheckpointRow(sequence, header, entries, previous, hash, key.sign(hash));
    }

    private void failed(Instant now, RuntimeException e) {
        if (failedAt == null) {
            log.warn("no checkpoint can be written; it is tried again, and decisions stop if it goes on", e);
        }
        failedAt = now;
    }

    /** Notes whether decisions have stopped, and tells when that changes. */
    private boolean stopped(Instant now) {
        boolean stop = covered != null && !young(now) && failedAt != null;
        if (stop && !stopped) {
            log.error("decisions have stopped: no checkpoint could be written for longer than {}", settings.patience());
        } else if (stopped && !stop) {
            log.info("checkpoints are written again, decisions go on");
        }
        stopped = stop;
        return stop;
    }
}

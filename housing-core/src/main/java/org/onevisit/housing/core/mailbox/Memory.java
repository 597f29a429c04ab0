package org.onevisit.housing.core.mailbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import org.onevisit.housing.core.journal.Dossier;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.StoredApplication;

/**
 * Dossiers that were written or read lately, and when each was last seen to be what is stored: as many as a quarter of the heap holds,
 * and no more than twenty thousand. Safe for every thread.
 */
final class Memory {
    private static final long MOST = 20_000;
    private static final long FEWEST = 500;
    /** About what one takes, with its answers, its explanation and the bytes of its row. */
    private static final long BYTES_EACH = 40_000;

    private static final int SHARE_OF_HEAP = 4;
    private final Ticker ticker;
    private final Cache<ApplicationNumber, Seen> cache = Caffeine.newBuilder()
            .maximumSize(size(Runtime.getRuntime().maxMemory()))
            .executor(Runnable::run)
            .build();

    Memory(Ticker ticker) {
        this.ticker = ticker;
    }

    private record Seen(Dossier dossier, long at) {}

    /** How many are kept where the heap may grow to so many bytes. */
    static long size(long heap) {
        return Math.max(FEWEST, Math.min(MOST, heap / SHARE_OF_HEAP / BYTES_EACH));
    }

    /** What was just written, or read. */
    void keep(ApplicationNumber number, Dossier dossier) {
        cache.put(number, new Seen(dossier, ticker.read()));
    }

    void forget(ApplicationNumber number) {
        cache.invalidate(number);
    }

    Optional<Dossier> known(ApplicationNumber number) {
        return Optional.ofNullable(cache.getIfPresent(number)).map(Seen::dossier);
    }

    /** As it was stored at some moment of the last while. */
    Optional<Dossier> knownFor(ApplicationNumber number, Duration atMost) {
        return Optional.ofNullable(cache.getIfPresent(number))
                .filter(seen -> ticker.read() - seen.at() <= atMost.toNanos())
                .map(Seen::dossier);
    }

    /** What is known of it, if that is what is stored; it is forgotten if not. */
    Optional<Dossier> confirmed(ApplicationNumber number, Optional<StoredApplication> stored) {
        Optional<Dossier> known = known(number);
        Optional<Dossier> same =
                known.filter(dossier -> stored.filter(row -> row.state().revision() == dossier.revision())
                        .isPresent());
        same.ifPresentOrElse(dossier -> keep(number, dossier), () -> forget(number));
        return same;
    }
}

package org.onevisit.housing.core.ledger;

import java.nio.file.Path;
import java.time.Duration;
import org.onevisit.housing.core.journal.Chain;

/**
 * How the journal is chained and signed.
 *
 * @param chain algorithm of new entries and checkpoints
 * @param every how long an entry waits for its checkpoint at most, while all goes well
 * @param patience how long checkpoints may fail until decisions stop
 * @param signingKey file of the signing key; made when it is not there
 */
public record LedgerSettings(Chain chain, Duration every, Duration patience, Path signingKey) {
    /** Name of the signing key's file where none is set: beside the county's key. */
    public static final String KEY_FILE = "checkpoint.key";

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration LONGEST_PATIENCE = Duration.ofDays(30);

    /** Checks the limits. */
    public LedgerSettings {
        if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("checkpointMinutes is 1 to 1440, not " + every.toMinutes());
        }
        if (patience.compareTo(every) <= 0 || patience.compareTo(LONGEST_PATIENCE) > 0) {
            throw new IllegalArgumentException(
                    "decisionsStopAfterHours is 1 to 720 and longer than checkpointMinutes, not " + patience.toHours());
        }
    }

    /** What holds where nothing is set: SHA-256, every ten minutes, a day of patience, the key beside the county's key. */
    public static LedgerSettings beside(Path countyKey) {
        return new LedgerSettings(
                Chain.SHA_256,
                Duration.ofMinutes(10),
                Duration.ofHours(24),
                countyKey.toAbsolutePath().resolveSibling(KEY_FILE));
    }
}

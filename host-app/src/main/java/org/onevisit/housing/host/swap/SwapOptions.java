package org.onevisit.housing.host.swap;

import java.time.Duration;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/**
 * How a plan is to be executed.
 *
 * @param share of the calls that the new version takes until it has held up, in per cent; for a plugin only
 * @param acceptDrift so many of the things counted may have changed
 * @param calls so many calls it has to hold up for
 * @param watch after so long it has held up, however many calls there were
 * @param budget so many calls in a hundred may fail
 * @param dryRun only check whether what the plan counted still stands
 */
public record SwapOptions(int share, long acceptDrift, int calls, Duration watch, int budget, boolean dryRun) {
    /** What is taken where nothing is said. */
    public static final SwapOptions USUAL = new SwapOptions(100, 0, 50, Duration.ofMinutes(10), 2, false);

    private static final int ALL = 100;

    /** Checks the bounds. */
    public SwapOptions {
        require(share >= 1 && share <= ALL, "share", "1 to 100 per cent");
        require(acceptDrift >= 0, "acceptDrift", "0 or more");
        require(calls >= 0, "calls", "0 or more");
        require(!watch.isNegative(), "watch", "no time or more");
        require(budget >= 0 && budget < ALL, "budget", "0 to 99 per cent");
    }

    private static void require(boolean holds, String what, String expected) {
        if (!holds) {
            throw new HousingException(ErrorCode.BAD_ARGUMENT, "%s: expected is %s".formatted(what, expected));
        }
    }
}

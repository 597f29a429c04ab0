package org.onevisit.housing.view;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How the calls to a version of a plugin have gone since it arrived.
 *
 * @param stamp name and version
 * @param calls that have ended
 * @param failed of these, those that brought nothing: unreachable, over time, an exception, an answer that was refused
 * @param median of the last thousand calls, failed ones included; zero when there were none
 * @param p99 of the same
 * @param lastFailure kind of the last failure, without any data of a call; empty when none failed
 */
public record CallFigures(String stamp, long calls, long failed, Duration median, Duration p99, String lastFailure) {
    /** Checks that nothing is null. */
    public CallFigures {
        requireNonNull(stamp, "stamp");
        requireNonNull(median, "median");
        requireNonNull(p99, "p99");
        requireNonNull(lastFailure, "lastFailure");
    }
}

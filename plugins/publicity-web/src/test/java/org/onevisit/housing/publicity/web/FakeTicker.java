package org.onevisit.housing.publicity.web;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/** Time that passes when a test says so. */
final class FakeTicker implements Ticker {
    private long nanos;

    void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    @Override
    public long read() {
        return nanos;
    }
}

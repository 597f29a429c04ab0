package org.onevisit.housing.publicity.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How often something may be asked under one key, a receipt or a remote address: so many times in a period that begins with the
 * first. Safe for every thread.
 */
final class Allowance {
    private static final int KEYS_KEPT = 100_000;
    private final Cache<String, AtomicInteger> used;
    private final int most;

    Allowance(int most, Duration period, Ticker ticker) {
        this.most = most;
        this.used = Caffeine.newBuilder()
                .maximumSize(KEYS_KEPT)
                .executor(Runnable::run)
                .expireAfterWrite(period)
                .ticker(ticker)
                .build();
    }

    /** Uses it once; false when nothing is left. */
    boolean use(String key) {
        return used.get(key, first -> new AtomicInteger()).incrementAndGet() <= most;
    }
}

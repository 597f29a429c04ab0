package org.onevisit.housing.host.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** How often what needs no sign-in may be asked, per remote address or receipt. Safe for every thread. */
final class Limits {
    private static final int KEYS_KEPT = 100_000;

    private final Map<Use, Cache<String, Bucket>> buckets = new EnumMap<>(Use.class);
    private final TimeMeter meter;

    Limits(TimeMeter meter) {
        this.meter = meter;
        for (Use use : Use.values()) {
            buckets.put(
                    use,
                    Caffeine.newBuilder()
                            .maximumSize(KEYS_KEPT)
                            .ticker(meter::currentTimeNanos)
                            .expireAfterAccess(use.period)
                            .build());
        }
    }

    /** What is limited: so many times in a period, given back evenly. */
    enum Use {
        /** Sign-ins from one address; each name is throttled by the accounts as well. */
        SIGN_IN(60, Duration.ofMinutes(1)),
        /** Progress queries from one address. */
        PROGRESS(30, Duration.ofMinutes(1)),
        /** Progress queries for one receipt: a guess at four characters must take years. */
        RECEIPT(10, Duration.ofHours(1)),
        /** Objections from one address. */
        OBJECTION(10, Duration.ofHours(1));

        private final int times;
        private final Duration period;

        Use(int times, Duration period) {
            this.times = times;
            this.period = period;
        }
    }

    /**
     * Counts one use.
     *
     * @throws ThrottledException if the key has none left
     */
    void count(Use use, String key) {
        Cache<String, Bucket> cache = java.util.Objects.requireNonNull(buckets.get(use));
        ConsumptionProbe probe = cache.get(key, ignored -> bucket(use)).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new ThrottledException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket bucket(Use use) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(use.times).refillGreedy(use.times, use.period))
                .withCustomTimePrecision(meter)
                .build();
    }
}

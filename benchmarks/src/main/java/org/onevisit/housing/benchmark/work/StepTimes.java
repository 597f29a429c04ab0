package org.onevisit.housing.benchmark.work;

import com.google.common.base.Stopwatch;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long the steps took, of all clients together. Safe for every thread. */
public final class StepTimes {
    private static final long LONGEST = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;
    private final Map<Step, Histogram> times = new EnumMap<>(Step.class);

    /** Nothing yet. */
    public StepTimes() {
        for (Step step : Step.values()) {
            times.put(step, new ConcurrentHistogram(LONGEST, DIGITS));
        }
    }

    /** Does a step and remembers how long it took. */
    public <T> T time(Step step, Supplier<T> work) {
        Stopwatch watch = Stopwatch.createStarted();
        T result = work.get();
        add(step, watch.elapsed());
        return result;
    }

    /** Does a step and remembers how long it took. */
    public void time(Step step, Runnable work) {
        Stopwatch watch = Stopwatch.createStarted();
        work.run();
        add(step, watch.elapsed());
    }

    /** Remembers a time. */
    public void add(Step step, Duration took) {
        times.computeIfAbsent(step, s -> new ConcurrentHistogram(LONGEST, DIGITS))
                .recordValue(Math.min(LONGEST, took.toNanos() / 1000));
    }

    /** What was seen, by step; a step that nobody waited for is left out. */
    public Map<String, Seen> seen() {
        Map<String, Seen> seen = new LinkedHashMap<>();
        times.forEach((step, histogram) -> {
            if (histogram.getTotalCount() > 0) {
                seen.put(
                        step.name(),
                        new Seen(
                                histogram.getTotalCount(),
                                histogram.getValueAtPercentile(50),
                                histogram.getValueAtPercentile(99)));
            }
        });
        return seen;
    }

    /**
     * Of one step.
     *
     * @param count how many
     * @param p50 microseconds that half of them took at most
     * @param p99 microseconds that 99 of 100 took at most
     */
    public record Seen(long count, long p50, long p99) {}
}

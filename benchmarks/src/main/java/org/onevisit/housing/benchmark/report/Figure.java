package org.onevisit.housing.benchmark.report;

import java.time.Duration;
import java.util.List;

/**
 * How long something took, each time it was tried.
 *
 * @param name what was done
 * @param target longest median that is promised
 * @param tries how long each try took
 */
public record Figure(String name, Duration target, List<Duration> tries) {
    private static final double NANOS = 1e6;

    /** Orders the tries. */
    public Figure {
        tries = tries.stream().sorted().toList();
        if (tries.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured: " + name);
        }
    }

    /** Half of the tries took no longer. */
    public Duration median() {
        return tries.get((tries.size() - 1) / 2);
    }

    /** The shortest try. */
    public Duration shortest() {
        return tries.get(0);
    }

    /** The longest try. */
    public Duration longest() {
        return tries.get(tries.size() - 1);
    }

    /** Is the promise kept? */
    public boolean kept() {
        return median().compareTo(target) <= 0;
    }

    /** A line of a table. */
    String line() {
        return "| %s | %s | %s | %s | %s | %d | %s |%n"
                .formatted(
                        name,
                        millis(target),
                        millis(median()),
                        millis(shortest()),
                        millis(longest()),
                        tries.size(),
                        kept() ? "kept" : "**missed**");
    }

    /** Milliseconds with one place. */
    static String millis(Duration duration) {
        return String.format(java.util.Locale.ROOT, "%.1f", duration.toNanos() / NANOS);
    }
}

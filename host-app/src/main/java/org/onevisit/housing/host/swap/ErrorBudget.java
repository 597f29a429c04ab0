package org.onevisit.housing.host.swap;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether a new version holds up beside the old one: how many of its calls may fail, and how much slower it may be.
 *
 * <p>A version that fails more often than it may is told from one that had bad luck by the lower end of Wilson's interval (95 %): only
 * when even that lies above the budget is the version sent back (E. B. Wilson, Probable Inference, the Law of Succession, and
 * Statistical Inference, 1927).
 *
 * @param percent of calls that may fail; twice the old version's rate where that is more
 * @param leastFailures fewer than these prove nothing
 */
record ErrorBudget(int percent, int leastFailures) {
    private static final double Z = 1.96;
    private static final int HUNDRED = 100;
    private static final int SLOWER = 3;
    private static final int LEAST_CALLS = 20;
    private static final Duration NOTICEABLE = Duration.ofMillis(200);

    /** What is counted of a version. */
    record Count(long calls, long failed, Duration median) {}

    /** Why the new version is to go; empty while it holds up. */
    Optional<String> exceeded(Count old, Count now) {
        double allowed = allowed(old);
        if (now.failed() >= leastFailures && lowerEnd(now) > allowed) {
            return Optional.of("%d of %d calls failed, and %s may (before: %d of %d)"
                    .formatted(now.failed(), now.calls(), percent(allowed), old.failed(), old.calls()));
        }
        boolean slow = now.calls() >= LEAST_CALLS
                && old.calls() > 0
                && now.median().compareTo(old.median().multipliedBy(SLOWER)) > 0
                && now.median().compareTo(old.median().plus(NOTICEABLE)) > 0;
        return slow
                ? Optional.of("a call takes %d ms in the median of %d, and took %d ms"
                        .formatted(
                                now.median().toMillis(),
                                now.calls(),
                                old.median().toMillis()))
                : Optional.empty();
    }

    private double allowed(Count old) {
        double before = old.calls() == 0 ? 0 : (double) old.failed() / old.calls();
        return Math.max((double) percent / HUNDRED, 2 * before);
    }

    private static String percent(double share) {
        return "%.1f %%".formatted(share * HUNDRED);
    }

    private static double lowerEnd(Count count) {
        double n = count.calls();
        double p = count.failed() / n;
        double middle = p + Z * Z / (2 * n);
        double spread = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return (middle - spread) / (1 + Z * Z / n);
    }
}

package org.onevisit.housing.host.swap;

import com.google.common.base.Stopwatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.onevisit.housing.engine.MaintenanceService;
import org.onevisit.housing.host.swap.ErrorBudget.Count;
import org.onevisit.housing.view.CallFigures;

/** Watches a new version while it takes its share of the calls, until it has held up or has not. */
final class Trial {
    private static final int LEAST_FAILURES = 3;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
    private final MaintenanceService maintenance;
    private final SwapWork swap;
    private final Stopwatch watch;
    private final ErrorBudget budget;

    Trial(MaintenanceService maintenance, SwapWork swap, Stopwatch watch) {
        this.maintenance = maintenance;
        this.swap = swap;
        this.watch = watch;
        this.budget = new ErrorBudget(swap.options().budget(), LEAST_FAILURES);
    }

    /** Why the version has to go; empty when it has held up. */
    Optional<String> run() {
        if (swap.plan().leaving().isEmpty()) {
            return Optional.empty();
        }
        swap.say("takes %d %% of the calls for %d calls or %d minutes"
                .formatted(
                        swap.options().share(),
                        swap.options().calls(),
                        swap.options().watch().toMinutes()));
        List<CallFigures> figures = maintenance.figures();
        Count now = count(figures, swap.plan().module().stamp());
        while (now.calls() < swap.options().calls()
                && watch.elapsed().compareTo(swap.options().watch()) < 0) {
            Optional<String> exceeded = budget.exceeded(old(figures), now);
            if (exceeded.isPresent()) {
                return exceeded;
            }
            if (Thread.currentThread().isInterrupted()) {
                return Optional.of("the host is stopping");
            }
            LockSupport.parkNanos(PAUSE);
            figures = maintenance.figures();
            now = count(figures, swap.plan().module().stamp());
        }
        swap.say("%d calls, %d failed, median %d ms"
                .formatted(now.calls(), now.failed(), now.median().toMillis()));
        return budget.exceeded(old(figures), now);
    }

    private Count old(List<CallFigures> figures) {
        return swap.plan().leaving().stream()
                .map(version -> count(figures, swap.plan().module().name() + "@" + version))
                .reduce(new Count(0, 0, Duration.ZERO), Trial::both);
    }

    private static Count count(List<CallFigures> figures, String stamp) {
        return figures.stream()
                .filter(one -> one.stamp().equals(stamp))
                .map(one -> new Count(one.calls(), one.failed(), one.median()))
                .reduce(new Count(0, 0, Duration.ZERO), Trial::both);
    }

    /** Both together; the slower median counts. */
    private static Count both(Count a, Count b) {
        return new Count(
                a.calls() + b.calls(),
                a.failed() + b.failed(),
                a.median().compareTo(b.median()) > 0 ? a.median() : b.median());
    }
}

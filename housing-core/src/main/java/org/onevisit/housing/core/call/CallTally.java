package org.onevisit.housing.core.call;

import com.google.common.collect.EvictingQueue;
import com.google.common.math.Quantiles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.onevisit.housing.view.CallFigures;

/** How the calls to one plugin have gone: how many, how many in vain, how long the last ones took. Safe for every thread. */
final class CallTally {
    private static final int LAST = 1000;
    private static final int MEDIAN = 50;
    private static final int P99 = 99;
    private final EvictingQueue<Long> nanos = EvictingQueue.create(LAST);
    private long calls;
    private long failed;
    private String lastFailure = "";

    synchronized void ended(RunningCall call) {
        calls++;
        nanos.add(call.elapsedNanos());
        call.failure().ifPresent(kind -> {
            failed++;
            lastFailure = kind;
        });
    }

    synchronized CallFigures figures(String stamp) {
        if (nanos.isEmpty()) {
            return new CallFigures(stamp, calls, failed, Duration.ZERO, Duration.ZERO, lastFailure);
        }
        Map<Integer, Double> found =
                Quantiles.percentiles().indexes(MEDIAN, P99).compute(List.copyOf(nanos));
        return new CallFigures(stamp, calls, failed, at(found, MEDIAN), at(found, P99), lastFailure);
    }

    private static Duration at(Map<Integer, Double> found, int index) {
        return Duration.ofNanos(Math.round(found.getOrDefault(index, 0.0)));
    }
}

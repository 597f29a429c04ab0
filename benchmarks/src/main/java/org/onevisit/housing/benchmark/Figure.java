package org.onevisit.housing.benchmark;

import java.time.Duration;
import java.util.List;

/**
 * How long something took, each time it was tried.
 *
 * @param name what was done
 * @param target longest median that is promised
 * @param tries how long each try took
 */
record Figure(String name, Duration target, List<Duration> tries) {
    Figure {
        tries = tries.stream().sorted().toList();
        if (tries.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured: " + name);
        }
    }

    /** Half of the tries took no longer. */
    Duration median() {
        return tries.get((tries.size() - 1) / 2);
    }

    Duration shortest() {
        return tries.get(0);
    }

    Duration longest() {
        return tries.get(tries.size() - 1);
    }

    /** Is the promise kept? */
    boolean kept() {
        return median().compareTo(target) <= 0;
    }
}

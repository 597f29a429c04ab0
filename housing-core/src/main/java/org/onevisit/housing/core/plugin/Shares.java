package org.onevisit.housing.core.plugin;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Versions of plugins that take only a share of the calls, while another version takes the rest. Safe for every thread. */
public final class Shares {
    private static final int ALL = 100;
    private final Map<String, Integer> percents = new ConcurrentHashMap<>();

    /** Gives a version, by its stamp, a share in per cent. */
    public void give(String stamp, int percent) {
        if (percent < 1 || percent > ALL) {
            throw new IllegalArgumentException("a share is 1 to 100 per cent");
        }
        percents.put(stamp, percent);
    }

    /** Takes the share away: the version is one like any other. */
    public void end(String stamp) {
        percents.remove(stamp);
    }

    /** The share of a version; empty when it has none. */
    OptionalInt of(String stamp) {
        Integer percent = percents.get(stamp);
        return percent == null ? OptionalInt.empty() : OptionalInt.of(percent);
    }

    /** Does this turn fall to a share? Evenly: at 10 per cent every tenth does. */
    static boolean falls(long turn, int percent) {
        return turn * percent / ALL > (turn - 1) * percent / ALL;
    }
}

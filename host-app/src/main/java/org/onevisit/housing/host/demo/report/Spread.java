package org.onevisit.housing.host.demo.report;

import java.util.List;

/**
 * How long something took, in one unit: nearest ranks, 0 where there is nothing.
 *
 * @param median half took no longer
 * @param p90 nine of ten took no longer
 * @param max none took longer
 */
public record Spread(int median, int p90, int max) {
    /** The spread of these. */
    public static Spread of(List<Integer> values) {
        List<Integer> sorted = values.stream().sorted().toList();
        return new Spread(rank(sorted, 50), rank(sorted, 90), rank(sorted, 100));
    }

    private static int rank(List<Integer> sorted, int percent) {
        int rank = (sorted.size() * percent + 99) / 100;
        return sorted.isEmpty() ? 0 : sorted.get(Math.max(rank, 1) - 1);
    }
}

package org.onevisit.housing.benchmark.report;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onevisit.housing.benchmark.drive.Cell;
import org.onevisit.housing.benchmark.drive.KillCheck;
import org.onevisit.housing.benchmark.drive.Matrix;

/**
 * What a quick run says, as one line.
 *
 * @param day of it
 * @param machine in words
 * @param fsyncMillis median of an fsync of 4 KB
 * @param ratios by name; what is promised, what it is, whether that is kept
 * @param perSecond applications a second, by row and clients
 * @param durability settings that were read back, by row
 * @param notMeasured rows that were not, with the reason
 */
public record QuickLine(
        String day,
        List<String> machine,
        double fsyncMillis,
        Map<String, Ratio> ratios,
        Map<String, Double> perSecond,
        Map<String, List<String>> durability,
        Map<String, String> notMeasured) {
    private static final double MILLI = 1e6;

    /**
     * One ratio.
     *
     * @param bound that was promised
     * @param atLeast whether it may not fall below
     * @param ratio that was measured; -1 where none was
     * @param kept or not
     */
    public record Ratio(double bound, boolean atLeast, double ratio, boolean kept) {}

    /** The line of a run. */
    public static QuickLine of(
            LocalDate day,
            List<String> machine,
            Duration fsync,
            List<Promise> promises,
            Matrix.Outcome outcome,
            List<KillCheck.Outcome> kills) {
        Map<String, Ratio> ratios = new TreeMap<>();
        promises.forEach(p -> ratios.put(
                p.name(), new Ratio(p.bound(), p.atLeast(), rounded(p.median().orElse(-1.0)), p.kept())));
        Map<String, Double> perSecond = new TreeMap<>();
        Map<String, List<String>> durability = new TreeMap<>();
        for (Cell cell : outcome.cells()) {
            perSecond.put(cell.row() + "/" + cell.clients(), rounded(cell.perSecond()));
            durability.put(cell.row(), new ArrayList<>(cell.durability()));
        }
        kills.forEach(kill ->
                durability.computeIfAbsent(kill.row(), row -> new ArrayList<>()).add(kill.text()));
        return new QuickLine(
                day.toString(),
                machine,
                rounded(fsync.toNanos() / MILLI),
                ratios,
                perSecond,
                durability,
                outcome.missing());
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}

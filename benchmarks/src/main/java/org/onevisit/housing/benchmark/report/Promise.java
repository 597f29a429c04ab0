package org.onevisit.housing.benchmark.report;

import java.util.Locale;
import java.util.Optional;

/**
 * A figure that was promised.
 *
 * @param name of it, as a key
 * @param what it says
 * @param atLeast whether it may not fall below its bound; else it may not exceed it
 * @param bound that was promised
 * @param worst of the repetitions, if it was measured
 * @param median of the repetitions, if it was measured
 * @param cause of a miss, where it is known
 */
public record Promise(
        String name,
        String what,
        boolean atLeast,
        double bound,
        Optional<Double> worst,
        Optional<Double> median,
        String cause) {
    /** A promise and the figures of the repetitions; the worst of them counts. */
    public static Promise of(String name, String what, boolean atLeast, double bound, java.util.List<Double> figures) {
        Optional<Results.Spread> spread = Results.spread(figures);
        return new Promise(
                name,
                what,
                atLeast,
                bound,
                spread.map(s -> atLeast ? s.least() : s.most()),
                spread.map(Results.Spread::median),
                "");
    }

    /** The same, with the cause of a miss. */
    public Promise because(String known) {
        return new Promise(name, what, atLeast, bound, worst, median, known);
    }

    /** Is it kept? A figure that was not measured is not. */
    public boolean kept() {
        return worst.filter(figure -> atLeast ? figure >= bound : figure <= bound)
                .isPresent();
    }

    /** A line of a table. */
    String line() {
        return "| %s | %s %s | %s | %s | %s |%n"
                .formatted(
                        what,
                        atLeast ? "≥" : "≤",
                        number(bound),
                        median.map(Promise::number).orElse("–"),
                        worst.map(Promise::number).orElse("–"),
                        verdict());
    }

    private String verdict() {
        if (worst.isEmpty()) {
            return "**not measured**";
        }
        return kept() ? "kept" : "**missed** by %s%s".formatted(gap(), cause.isEmpty() ? "" : "; " + cause);
    }

    private String gap() {
        double figure = worst.orElse(bound);
        return number(Math.abs(figure - bound));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%.0f", value);
    }
}

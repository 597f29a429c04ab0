package org.onevisit.housing.benchmark.report;

import java.util.List;
import java.util.Locale;
import org.onevisit.housing.benchmark.ours.StudyCost.Round;

/** What the study of a plan costs the commands beside it. */
public final class StudySection {
    private static final double MOST = 1.1;
    private static final double MILLI = 1e6;
    private final List<Round> rounds;

    /** About these rounds. */
    public StudySection(List<Round> rounds) {
        this.rounds = List.copyOf(rounds);
    }

    /** What was promised. */
    public Promise promise() {
        return Promise.of(
                "study/p99",
                "handing in while a plan's study runs beside the same alone, at p99",
                false,
                MOST,
                rounds.stream().map(Round::ratio).toList());
    }

    /** The table. */
    public String text() {
        StringBuilder text = new StringBuilder(
                "| applications | handing in, alone | while a study runs | times | studies |\n|---:|---:|---:|---:|---:|\n");
        for (Round round : rounds) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %,d | %.2f | %.2f | %.2f | %d |%n",
                    round.applications(),
                    round.alone().toNanos() / MILLI,
                    round.beside().toNanos() / MILLI,
                    round.ratio(),
                    round.studies()));
        }
        return text.append(
                        "\n99 of 100 took no longer, in milliseconds; one clerk, embedded store. One study follows the other.\n")
                .toString();
    }
}

package org.onevisit.housing.benchmark.ours;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.benchmark.report.StudySection;

class StudyCostTest {
    @Test
    @DisplayName("each round has commands alone and beside a study; the worst round counts for the promise")
    void rounds(@TempDir Path folder) {
        List<StudyCost.Round> rounds = new StudyCost(Clock.systemUTC(), 2, 20).measure(folder);
        assertThat(rounds).hasSize(2).allSatisfy(round -> {
            assertThat(round.alone()).isPositive();
            assertThat(round.beside()).isPositive();
            assertThat(round.studies()).isPositive();
        });
        assertThat(rounds.get(1).applications() - rounds.get(0).applications()).isEqualTo(40);
        StudySection bad = new StudySection(List.of(
                new StudyCost.Round(Duration.ofMillis(10), Duration.ofMillis(10), 1, 100),
                new StudyCost.Round(Duration.ofMillis(10), Duration.ofMillis(12), 1, 200)));
        assertThat(bad.promise().kept()).isFalse();
        assertThat(bad.promise().worst()).contains(1.2);
        assertThat(bad.text()).contains("| 200 | 10.00 | 12.00 | 1.20 | 1 |");
    }
}

package org.onevisit.housing.benchmark.ours;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkPerApplicationTest {
    private static final int APPLICATIONS = 20;
    /** What was counted when the ceiling was set (10.6 KB), and a little room for longer numbers and dates. */
    private static final double CEILING = 11_000;

    @TempDir
    static Path folder;

    private static WorkPerApplication.Count count;

    @BeforeAll
    static void counts() {
        count = new WorkPerApplication(APPLICATIONS).count(folder);
    }

    @Test
    @DisplayName("an application takes at most 30 statements")
    void statements() {
        assertThat(count.statements()).isBetween(20.0, 30.0);
    }

    @Test
    @DisplayName(
            "from the acceptance to the decision one question is asked, for findings to recognise; its submission asks once whether its number is taken")
    void reads() {
        assertThat(count.later()).hasSize(1).allSatisfy((sql, times) -> {
            assertThat(sql).contains("FROM found_under WHERE token IN");
            assertThat(times).isEqualTo(1.0);
        });
        assertThat(count.submission().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isLessThanOrEqualTo(1);
    }

    @Test
    @DisplayName("nothing is done again when nine answers meet")
    void retries() {
        assertThat(count.stale()).isZero();
    }

    @Test
    @DisplayName("an application leaves an event for each answer and each decision, and its rows do not grow")
    void bytes() {
        assertThat(count.events())
                .containsEntry("FINDING_RECEIVED", 9L * count.applications())
                .containsEntry("VOTED", 2L * count.applications());
        assertThat(count.rowBytes()).isBetween(5_000.0, CEILING);
    }
}

package org.onevisit.housing.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.benchmark.drive.Cell;
import org.onevisit.housing.benchmark.drive.Row;

class PromisesTest {
    private final List<Cell> cells = new ArrayList<>();

    private void cell(String row, int clients, int repetition, double perSecond) {
        cells.add(new Cell(
                Row.of(row).id(), clients, repetition, 100, perSecond, Map.of(), 1, 0, 1, 1, 1, 1, 1, List.of("set")));
    }

    private Promise promise(String name) {
        return new Promises(new Results(cells, Map.of()))
                .all().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("the quicker peer counts, repetition by repetition, and the worst repetition decides")
    void worstCounts() {
        for (int repetition = 0; repetition < 3; repetition++) {
            cell("OURS/EMBEDDED/POWER", 8, repetition, 300 + repetition);
            cell("FLOWABLE/EMBEDDED/POWER", 8, repetition, repetition == 1 ? 30 : 10);
            cell("CAMUNDA/EMBEDDED/POWER", 8, repetition, 20);
        }
        Promise promise = promise("EMBEDDED/peers-POWER/8");
        assertThat(promise.worst())
                .hasValueSatisfying(worst -> assertThat(worst).isEqualTo(301 / 30.0));
        assertThat(promise.median()).contains(15.0);
        assertThat(promise.kept()).isFalse();
        assertThat(promise.line()).contains("**missed**");
    }

    @Test
    @DisplayName("a distance may not exceed its bound; one client is held to the plain floor, more to the grouped one")
    void distances() {
        cell("OURS/EMBEDDED/POWER", 1, 0, 100);
        cell("OURS/EMBEDDED/POWER", 8, 0, 100);
        cell("FLOOR/EMBEDDED/POWER", 1, 0, 130);
        cell("FLOOR/EMBEDDED/POWER", 8, 0, 10);
        cell("GROUPED_FLOOR/EMBEDDED/POWER", 8, 0, 151);
        assertThat(promise("EMBEDDED/floor/1").kept()).isTrue();
        assertThat(promise("EMBEDDED/floor/8").kept()).isFalse();
    }

    @Test
    @DisplayName("what was not measured is not kept, and the page says so")
    void notMeasured() {
        cell("FLOWABLE/POSTGRESQL/POWER", 8, 0, 10);
        Promise promise = promise("POSTGRESQL/peers-POWER/8");
        assertThat(promise.kept()).isFalse();
        assertThat(promise.line()).contains("**not measured**");
    }
}

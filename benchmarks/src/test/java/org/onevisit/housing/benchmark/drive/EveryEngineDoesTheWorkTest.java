package org.onevisit.housing.benchmark.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onevisit.housing.benchmark.store.Survives;
import org.onevisit.housing.benchmark.work.Clients;
import org.onevisit.housing.benchmark.work.Contender.Standing;
import org.onevisit.housing.benchmark.work.Step;
import org.onevisit.housing.benchmark.work.StepTimes;
import org.onevisit.housing.benchmark.work.Work;

class EveryEngineDoesTheWorkTest {
    private static final int APPLICATIONS = 3;

    static Stream<Row> rows() {
        return Row.ALL.stream()
                .filter(row -> row.survives() == Survives.POWER)
                .filter(row -> row.database() == Row.Database.EMBEDDED || row.engine() == Row.Engine.OURS);
    }

    @ParameterizedTest
    @MethodSource("rows")
    @DisplayName("three applications are held after nine answers and two decisions, and finished after the hold")
    void finishes(Row row, @TempDir Path folder) {
        StepTimes times = new StepTimes();
        try (Opened opened = Opened.of(row, folder, 2);
                Clients clients = new Clients(2)) {
            List<String> names = IntStream.range(0, APPLICATIONS)
                    .mapToObj(index -> opened.contender().toHold(index, times))
                    .toList();
            assertThat(names).doesNotHaveDuplicates();
            opened.contender().finish(names, clients, times);
            assertThat(names).allSatisfy(name -> assertThat(opened.contender().standing(name))
                    .isEqualTo(Standing.FINISHED));
            assertThat(opened.contender().standing(Work.name(999_999))).isEqualTo(Standing.MISSING);
            assertThat(opened.durability()).isNotEmpty();
            assertThat(opened.bytes().getAsLong()).isPositive();
            assertThat(opened.tally().count().statements()).isGreaterThan(APPLICATIONS * 2L);
            assertThat(opened.tally().count().commits()).isPositive();
        }
        assertThat(times.seen().get(Step.START.name()).count()).isEqualTo(APPLICATIONS);
        assertThat(times.seen().get(Step.ANSWERS.name()).count()).isEqualTo(APPLICATIONS);
        assertThat(times.seen().get(Step.DECISION.name()).count())
                .isEqualTo((long) APPLICATIONS * Work.DECISIONS.size());
    }
}

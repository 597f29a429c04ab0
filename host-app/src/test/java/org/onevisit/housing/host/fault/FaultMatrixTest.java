package org.onevisit.housing.host.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of every kind of plugin, really committed by a bundle in a real framework. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultMatrixTest {
    @TempDir
    static Path folder;

    private final Map<Kind, Map<Fault, Cell>> seen = new EnumMap<>(Kind.class);
    private Kind open;
    private Column column;
    private Columns columns;

    /** Kinds of plugins. */
    enum Kind {
        AGENCY_CHECK("`AgencyCheck.check`", Columns::agency),
        AGENCY_COLLECT("`AgencyCheck.collect`", Columns::agencyCollect),
        INTAKE_CHANNEL("`IntakeChannel.deliver`", Columns::channel),
        CHANNEL_COLLECT("`IntakeChannel.collect`", Columns::channelCollect),
        OUTLET("`PublicityOutlet.post`, `code`", Columns::outlet),
        CALENDAR("`WorkCalendar`", Columns::calendar),
        POLICY("`PolicySource`, `Edition`, `EligibilityPolicy.judge`", Columns::policy),
        ASSISTANCE("`AssistancePolicy.calculate`", Columns::assistance),
        PUBLICITY("`PublicityPolicy.compose`", Columns::publicity),
        REVIEW("`AnnualReviewPolicy.judge`", Columns::review),
        STORE("`ApplicationStore`", Columns::store);

        private final String title;
        private final Function<Columns, Column> column;

        Kind(String title, Function<Columns, Column> column) {
            this.title = title;
            this.column = column;
        }

        String title() {
            return title;
        }
    }

    @BeforeAll
    void hosts() {
        columns = new Columns(folder);
    }

    static Stream<Arguments> cells() {
        return Stream.of(Kind.values()).flatMap(kind -> Stream.of(Fault.values())
                .filter(fault -> fault != Fault.OUT_OF_MEMORY)
                .map(fault -> Arguments.of(kind, fault)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cells")
    @DisplayName("a plugin that misbehaves is named, its applications wait visibly or go on, the others go on")
    void cell(Kind kind, Fault fault) {
        if (open != kind) {
            close();
            column = kind.column.apply(columns);
            open = kind;
        }
        Cell cell = column.observe(fault);
        seen.computeIfAbsent(kind, k -> new EnumMap<>(Fault.class)).put(fault, cell);
        System.out.println(kind + " " + fault + " " + cell);
        assertThat(cell.operator()).isNotEmpty();
    }

    @AfterAll
    void thePageReadsSo() throws IOException {
        close();
        columns.close();
        long cells = seen.values().stream().mapToLong(Map::size).sum();
        if (cells == cells().count()) {
            FaultPage.mustRead(seen);
        }
    }

    private void close() {
        if (column != null) {
            column.close();
            column = null;
        }
    }
}

package org.onevisit.housing.host.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault of every kind of plugin, really committed by a bundle in a real framework. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultMatrixTest {
    @TempDir
    static Path folder;

    private final Map<Fault, Cell> agency = new EnumMap<>(Fault.class);
    private Column column;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OUT_OF_MEMORY")
    @DisplayName("an agency's check that misbehaves is named, its applications wait or go on, the others go on")
    void agencyCheck(Fault fault) {
        if (column == null) {
            column = new AgencyFaults(folder.resolve("agency"));
        }
        Cell cell = column.observe(fault);
        agency.put(fault, cell);
        System.out.println(fault + " " + cell);
        assertThat(cell.operator()).isNotEmpty();
    }

    @AfterAll
    void close() {
        if (column != null) {
            column.close();
        }
    }
}

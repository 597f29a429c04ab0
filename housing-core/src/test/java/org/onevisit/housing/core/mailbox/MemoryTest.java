package org.onevisit.housing.core.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryTest {
    private static final long MB = 1L << 20;

    @ParameterizedTest
    @CsvSource({"64, 500", "512, 3355", "1024, 6710", "16384, 20000"})
    @DisplayName("as many dossiers are kept as a quarter of the heap holds, within bounds")
    void aQuarterOfTheHeap(long heap, long dossiers) {
        assertThat(Memory.size(heap * MB)).isEqualTo(dossiers);
    }
}

package org.onevisit.housing.core.engine;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.spi.store.ApplicationStore;

/** Gives out application numbers: county, day, six digits. Blocks are reserved in the store; gaps are allowed. */
final class Numbers {
    private static final int BLOCK = 50;
    private final ApplicationStore store;
    private final Map<String, long[]> blocks = new HashMap<>();

    Numbers(ApplicationStore store) {
        this.store = store;
    }

    synchronized ApplicationNumber next(Division county, LocalDate day) {
        String prefix = county.code() + "-" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
        long[] block = blocks.get(prefix);
        if (block == null || block[0] >= block[1]) {
            long first = store.reserve(prefix, BLOCK);
            block = new long[] {first, first + BLOCK};
            blocks.keySet().removeIf(old -> !old.equals(prefix));
            blocks.put(prefix, block);
        }
        String digits = Long.toString(block[0]++);
        return ApplicationNumber.of(prefix + "-" + "0".repeat(Math.max(0, 6 - digits.length())) + digits);
    }
}

package org.onevisit.housing.benchmark.drive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How often the machine's disks were told to write what they hold in memory; Linux counts it. */
final class DiskFlushes {
    private static final Path COUNTERS = Path.of("/proc/diskstats");
    private static final int FLUSHES = 18;

    private DiskFlushes() {}

    /** Flush requests of all disks since the machine started; -1 where nobody tells. */
    static long count() {
        try {
            List<String> lines = Files.readAllLines(COUNTERS);
            long sum = 0;
            boolean told = false;
            for (String line : lines) {
                List<String> fields = List.of(line.strip().split("\\s+"));
                if (fields.size() > FLUSHES) {
                    sum += Long.parseLong(fields.get(FLUSHES));
                    told = true;
                }
            }
            return told ? sum : -1;
        } catch (IOException e) {
            return -1;
        }
    }
}

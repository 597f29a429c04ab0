package org.onevisit.housing.benchmark.drive;

import java.util.List;
import java.util.Map;
import org.onevisit.housing.benchmark.work.StepTimes;

/**
 * What one process measured.
 *
 * @param row which line, by its id
 * @param clients at once
 * @param repetition from 0
 * @param applications finished in the measured time
 * @param perSecond applications a second, from the first start to the last finish
 * @param steps times by step
 * @param statements for each application
 * @param reads for each application
 * @param commits for each application
 * @param bytes on disk for each application, of all that the store holds
 * @param heap bytes in use after a collection, with the engine still open
 * @param cpuMillis processor time of the engine's process for each application; a database server's is not in it
 * @param flushes of the disk for each application, of the whole machine; negative where the system does not tell
 * @param durability settings that were read back
 */
public record Cell(
        String row,
        int clients,
        int repetition,
        int applications,
        double perSecond,
        Map<String, StepTimes.Seen> steps,
        double statements,
        double reads,
        double commits,
        double bytes,
        long heap,
        double cpuMillis,
        double flushes,
        List<String> durability) {}

package org.onevisit.housing.verifier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.onevisit.housing.verifier.LedgerRows.Checkpoint;
import org.onevisit.housing.verifier.LedgerRows.Cursor;
import org.onevisit.housing.verifier.LedgerRows.Entry;
import org.onevisit.housing.verifier.LedgerRows.Place;

/** Verifies a whole ledger, in memory that does not grow with it. */
public final class Verification {
    private Verification() {}

    /**
     * A checkpoint.
     *
     * @param sequence its place
     * @param head its hash, in hexadecimal digits
     * @param at when it was made
     */
    public record Newest(long sequence, String head, String at) {}

    /**
     * What came out.
     *
     * @param entries how many there are
     * @param applications how many there are
     * @param checkpoints how many there are
     * @param covered entries that a checkpoint covers and that are there unchanged
     * @param uncovered entries that no checkpoint covers: how many
     * @param uncoveredBy the same by application: how many; at most ten thousand applications
     * @param newest the newest checkpoint that holds; empty if there is none
     * @param findings what is wrong, of each application the first ten
     * @param found how much is wrong
     */
    public record Outcome(
            long entries,
            long applications,
            long checkpoints,
            long covered,
            long uncovered,
            Map<String, Long> uncoveredBy,
            Optional<Newest> newest,
            List<Finding> findings,
            long found) {
        /** Is everything as it was written? */
        public boolean isWhole() {
            return found == 0;
        }
    }

    /**
     * Verifies.
     *
     * @param expected head of a checkpoint that was kept elsewhere, in hexadecimal digits
     * @param progress told of entries that were looked at; each is looked at twice
     */
    public static Outcome of(LedgerRows rows, Keys keys, Optional<String> expected, LongConsumer progress) {
        Findings findings = new Findings();
        long entries = rows.count();
        long applications;
        try (Cursor<Entry> all = rows.byApplication()) {
            applications = new ChainCheck(findings).walk(all, progress);
        }
        try (Cursor<Place> places = rows.byPosition();
                Cursor<Checkpoint> signed = rows.checkpoints()) {
            CheckpointCheck checkpoints = new CheckpointCheck(signed, keys, findings, expected);
            CoverageCheck coverage = new CoverageCheck(places, findings, progress);
            coverage.walk(checkpoints);
            checkpoints.finish();
            return new Outcome(
                    entries,
                    applications,
                    checkpoints.count(),
                    coverage.coveredCount(),
                    coverage.uncoveredCount(),
                    coverage.uncovered(),
                    checkpoints.newest(),
                    findings.kept(),
                    findings.count());
        }
    }
}

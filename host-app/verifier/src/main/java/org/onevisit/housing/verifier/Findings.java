package org.onevisit.housing.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was found, with bounds: of each application or checkpoint the first few, of all of them so many; the rest is counted. */
final class Findings {
    private static final int EACH = 10;
    private static final int MOST = 10_000;
    private final List<Finding> kept = new ArrayList<>();
    private final Map<String, Integer> perSubject = new HashMap<>();
    private long count;

    void add(Finding finding) {
        count++;
        if (kept.size() < MOST && perSubject.merge(subject(finding), 1, Integer::sum) <= EACH) {
            kept.add(finding);
        }
    }

    /** No number of an application has such a sign. */
    private static String subject(Finding finding) {
        return finding.ofCheckpoint() ? "#" + finding.sequence() : finding.number();
    }

    List<Finding> kept() {
        return List.copyOf(kept);
    }

    long count() {
        return count;
    }
}

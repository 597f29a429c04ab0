package org.onevisit.housing.core.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.onevisit.housing.core.event.Moment;
import org.onevisit.housing.core.event.Recorded;
import org.onevisit.housing.core.event.VerificationEvents.FindingRecognised;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.store.AccessRow;

/** Findings that are copied out of another dossier are readings of it, and are on disk before the copy is. */
final class Reuse {
    private static final String ROLE = "SYSTEM";

    private Reuse() {}

    /** The readings of other dossiers that these events stand on, one of each dossier. */
    static List<AccessRow> of(List<Recorded> events) {
        List<AccessRow> rows = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (Recorded recorded : events) {
            if (recorded.event() instanceof FindingRecognised recognised) {
                String here = numberIn(recognised.inquiry());
                recognised.sources().values().forEach(source -> {
                    String there = numberIn(source.inquiry());
                    if (seen.add(there)) {
                        rows.add(new AccessRow(
                                recorded.moment().at(),
                                Moment.SYSTEM,
                                ROLE,
                                ApplicationNumber.of(there),
                                "recognition for " + here));
                    }
                });
            }
        }
        return rows;
    }

    /** An inquiry's id begins with the number of its application. */
    private static String numberIn(String inquiry) {
        return inquiry.substring(0, inquiry.indexOf('.'));
    }
}

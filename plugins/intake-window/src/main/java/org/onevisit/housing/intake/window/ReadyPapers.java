package org.onevisit.housing.intake.window;

import java.util.List;
import org.onevisit.housing.spi.intake.IntakeChannel.Delivery;
import org.onevisit.housing.view.JournalEntry;

/** The papers that lie ready to be printed at a window, as the journal of an application tells. */
final class ReadyPapers {
    private static final String DELIVERED = "PAPER_DELIVERED";

    private ReadyPapers() {}

    /** Kinds of papers, oldest first, each once. */
    static List<String> of(List<JournalEntry> journal) {
        return journal.stream()
                .filter(entry -> entry.type().equals(DELIVERED))
                .map(JournalEntry::outcomes)
                .filter(outcomes -> outcomes.size() == 2 && outcomes.get(1).equals(Delivery.READY.name()))
                .map(outcomes -> outcomes.get(0))
                .distinct()
                .toList();
    }
}

package org.onevisit.housing.core.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.onevisit.housing.core.journal.Journal;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.EventRow;

/** What one checkpoint will cover: the applications that changed, where each stands, and at which positions. */
final class Draft {
    private static final int PAGE = 1000;
    private static final int MOST = 10_000;
    private final Journal journal;
    private final Map<String, Entry> entries = new TreeMap<>();
    private long upto;
    private int count;

    private Draft(Journal journal, long after) {
        this.journal = journal;
        this.upto = after;
    }

    /** Where an application stands; its positions are those since the checkpoint before. */
    private record Entry(long sequence, byte[] head, List<Long> positions) {
        String line(String number) {
            return number + " " + sequence + " " + HexFormat.of().formatHex(head) + " "
                    + positions.stream().map(String::valueOf).collect(Collectors.joining(",")) + "\n";
        }
    }

    /** The next events after a position, at most ten thousand, so that a checkpoint is never large. */
    static Draft of(ApplicationStore store, Journal journal, long after) {
        Draft draft = new Draft(journal, after);
        List<EventRow> page;
        do {
            page = store.eventsAfter(draft.upto, PAGE);
            page.forEach(draft::add);
        } while (page.size() == PAGE && draft.count < MOST);
        return draft;
    }

    private void add(EventRow row) {
        String number = row.number().value();
        Entry before = entries.get(number);
        boolean follows = before == null
                || (row.sequence() == before.sequence() + 1 && Arrays.equals(row.previous(), before.head()));
        if (!follows || !journal.holds(row)) {
            throw new IllegalStateException("entry " + number + "/" + row.sequence()
                    + " of the journal does not hold, and what does not hold is not signed; verify the store");
        }
        List<Long> positions = before == null ? new ArrayList<>() : before.positions();
        positions.add(row.position());
        entries.put(number, new Entry(row.sequence(), row.hash(), positions));
        upto = row.position();
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Is there possibly more than this checkpoint takes? */
    boolean isFull() {
        return count >= MOST;
    }

    long upto() {
        return upto;
    }

    String lines() {
        StringBuilder lines = new StringBuilder();
        entries.forEach((number, entry) -> lines.append(entry.line(number)));
        return lines.toString();
    }
}

package org.onevisit.housing.core.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands for a state in its row: the state as it was last written whole, if it was, and the entries since. So a step writes what
 * is new and not all of it again; reading folds the entries.
 *
 * @param state the whole one, packed; empty before it was written the first time
 * @param since of each entry after it: its heading in lines, then the event, packed
 */
record Written(byte[] state, List<byte[]> since) {
    /** Nothing yet. */
    static final Written NOTHING = new Written(new byte[0], List.of());

    /** First byte of what is made of parts. */
    static final byte PARTS = 1;

    private static final int MOST_ENTRIES = 16;
    private static final int MOST_BYTES = 6000;
    private static final int LENGTH = Integer.BYTES;

    /** With one more entry. */
    Written and(byte[] heading, byte[] event) {
        List<byte[]> more = new ArrayList<>(since);
        more.add(heading);
        more.add(event);
        return new Written(state, List.copyOf(more));
    }

    /** Is it time to write the state whole? */
    boolean full() {
        return since.size() > 2 * MOST_ENTRIES || bytesSince() > MOST_BYTES + 2 * state.length;
    }

    private int bytesSince() {
        return since.stream().mapToInt(part -> part.length + LENGTH).sum();
    }

    /** As it is sealed, with the dates beside it: the mark, then each part after its length. */
    void put(ByteBuffer into, byte[] dates) {
        into.put(PARTS);
        part(into, dates);
        part(into, state);
        since.forEach(part -> part(into, part));
    }

    /** How many bytes {@link #put} puts. */
    int size(byte[] dates) {
        return 1 + LENGTH + dates.length + LENGTH + state.length + bytesSince();
    }

    private static void part(ByteBuffer into, byte[] part) {
        into.putInt(part.length).put(part);
    }

    /** The parts of what stands after the mark: dates, state, then headings and events in turn. */
    static List<byte[]> parts(ByteBuffer from) {
        List<byte[]> parts = new ArrayList<>();
        while (from.hasRemaining()) {
            byte[] part = new byte[from.getInt()];
            from.get(part);
            parts.add(part);
        }
        return parts;
    }
}

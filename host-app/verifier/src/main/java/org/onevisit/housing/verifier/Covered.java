package org.onevisit.housing.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What a checkpoint that holds covers.
 *
 * @param sequence of the checkpoint
 * @param after last position that it does not cover
 * @param upto last position that it covers
 * @param places what stands at each position
 */
record Covered(long sequence, long after, long upto, Map<Long, Listed> places) {
    /** An entry; its hash is known of the last one of each application. */
    record Listed(String number, long sequence, byte[] head) {
        boolean is(LedgerRows.Place place) {
            return number.equals(place.number())
                    && sequence == place.sequence()
                    && (head.length == 0 || Arrays.equals(head, place.hash()));
        }
    }

    private static final byte[] NOT_TOLD = {};

    /** Reads the lines {@code NUMBER SEQUENCE HEAD POSITION,POSITION…}; empty if they are of another form. */
    static Optional<Covered> of(long sequence, Header header, byte[] entries) {
        Map<Long, Listed> places = new HashMap<>();
        try {
            for (String line : (Iterable<String>) new String(entries, UTF_8).lines()::iterator) {
                read(line, places);
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(new Covered(sequence, header.number("after"), header.number("upto"), places));
    }

    private static void read(String line, Map<Long, Listed> places) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("four parts, not " + parts.length);
        }
        String[] positions = parts[3].split(",", -1);
        long last = Long.parseLong(parts[1]);
        byte[] head = HexFormat.of().parseHex(parts[2]);
        for (int i = 0; i < positions.length; i++) {
            int later = positions.length - 1 - i;
            places.put(Long.parseLong(positions[i]), new Listed(parts[0], last - later, later == 0 ? head : NOT_TOLD));
        }
    }
}

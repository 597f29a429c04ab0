package org.onevisit.housing.view;

import java.time.Instant;
import java.util.List;
import org.onevisit.housing.model.ApplicationNumber;

/**
 * The clear part of one event. Holds no personal data.
 *
 * @param position place in the journal of all; what one step brought about shares it
 * @param number of the application
 * @param sequence place in the journal of the application, from 1; what one step brought about shares it
 * @param type what happened, in capitals; {@code docs/audit-events.md} lists them
 * @param at when
 * @param step step after it
 * @param actor id of who did it, or {@code system}
 * @param stamp plugin and version that answered, empty where none did
 * @param facts names of facts
 * @param outcomes outcome codes
 * @param hash of its entry, hexadecimal; what one step brought about is one entry
 */
public record JournalEntry(
        long position,
        ApplicationNumber number,
        long sequence,
        String type,
        Instant at,
        String step,
        String actor,
        String stamp,
        List<String> facts,
        List<String> outcomes,
        String hash) {
    /** Copies the lists. */
    public JournalEntry {
        facts = List.copyOf(facts);
        outcomes = List.copyOf(outcomes);
    }
}

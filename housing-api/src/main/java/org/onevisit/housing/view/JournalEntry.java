package org.onevisit.housing.view;

import java.time.Instant;
import java.util.List;
import org.onevisit.housing.model.ApplicationNumber;

/**
 * The clear part of one event. Holds no personal data.
 *
 * @param position place among all events
 * @param number of the application
 * @param sequence place among the events of the application, from 1
 * @param type what happened, in capitals; {@code docs/audit-events.md} lists them
 * @param at when
 * @param step step after it
 * @param actor id of who did it, or {@code system}
 * @param stamp plugin and version that answered, empty where none did
 * @param facts names of facts
 * @param outcomes outcome codes
 * @param hash of the event, hexadecimal
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

package org.onevisit.housing.view;

import java.util.List;
import org.onevisit.housing.explanation.FactUsed;

/**
 * What agencies answered. Holds personal data.
 *
 * @param slots the wanted checks
 * @param facts every fact that was asked for: value, nothing on record, or gap
 */
public record EvidenceView(List<SlotView> slots, List<FactUsed> facts) {
    /** Copies the lists. */
    public EvidenceView {
        slots = List.copyOf(slots);
        facts = List.copyOf(facts);
    }
}

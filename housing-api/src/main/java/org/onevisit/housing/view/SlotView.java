package org.onevisit.housing.view;

import java.util.List;
import java.util.Optional;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.spi.policy.ProcessRules.Facet;

/**
 * One wanted check of an application.
 *
 * @param check code
 * @param agency code
 * @param text name of the agency, zh-CN
 * @param facet economic or housing
 * @param status where it is
 * @param inquiry id of its inquiry; empty before it was asked
 * @param dueBy the agency's deadline; empty before it opens
 * @param calls how often the agency was called
 * @param cause why it is open or unknown, zh-CN; empty when answered
 * @param stamp plugin and version that answered
 * @param flags {@code LATE, CONTRADICTED, RECOGNISED}
 */
public record SlotView(
        String check,
        String agency,
        String text,
        Facet facet,
        Status status,
        Optional<String> inquiry,
        Optional<Deadline> dueBy,
        int calls,
        Optional<String> cause,
        Optional<String> stamp,
        List<String> flags) {
    /** Copies the list. */
    public SlotView {
        flags = List.copyOf(flags);
    }

    /** Where a slot is. */
    public enum Status {
        /** A signature is missing: not sent. */
        UNAUTHORISED,
        /** To be asked, or to be asked again. */
        OPEN,
        /** The agency has promised an answer and given a ticket. */
        PROMISED,
        /** Answered. */
        ANSWERED,
        /** Not answered by its deadline: unknown, never "no". */
        OVERDUE
    }
}

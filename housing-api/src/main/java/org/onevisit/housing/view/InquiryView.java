package org.onevisit.housing.view;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.spi.calendar.Deadline;

/**
 * An open inquiry, for an officer of its agency.
 *
 * @param id of the inquiry
 * @param number of the application
 * @param check code
 * @param agency code
 * @param askedAt first asked
 * @param dueBy the agency's deadline
 * @param persons by person id, the declared fields; personal data
 * @param wanted facts that are wanted
 */
public record InquiryView(
        String id,
        ApplicationNumber number,
        String check,
        String agency,
        Instant askedAt,
        Deadline dueBy,
        Map<String, Map<String, String>> persons,
        Set<FactKey> wanted) {
    /** Copies the sets. */
    public InquiryView {
        persons = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(persons));
        wanted = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(wanted));
    }
}

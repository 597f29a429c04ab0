package org.onevisit.housing.view;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where an agency's answer came from. Holds no personal data.
 *
 * @param check code of the check
 * @param person member id, or {@code household}
 * @param recognised was it given in another application (结果互认)?
 * @param inquiry that the agency answered, which names the application; empty for whoever may not know of the other one
 * @param stamp plugin and version that answered
 * @param asOf day that the answer speaks of; empty where the agency could not say anything
 */
public record FindingOrigin(
        String check,
        String person,
        boolean recognised,
        Optional<String> inquiry,
        String stamp,
        Optional<LocalDate> asOf) {
    /** Checks that nothing is null. */
    public FindingOrigin {
        requireNonNull(check, "check");
        requireNonNull(person, "person");
        requireNonNull(inquiry, "inquiry");
        requireNonNull(stamp, "stamp");
        requireNonNull(asOf, "asOf");
    }
}

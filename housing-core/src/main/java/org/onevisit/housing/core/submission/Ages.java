package org.onevisit.housing.core.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.model.Member;

/** Who is a minor on the day of receipt, as far as that can be told. */
final class Ages {
    private final List<LocalDate> possibleDays;

    /** With the moment of receipt, or without where it could not be read. */
    Ages(Optional<Instant> receivedAt, Reading reading) {
        possibleDays = receivedAt
                .map(moment -> List.of(Reading.day(moment)))
                .orElse(List.of(Reading.day(reading.now().minus(IntakeDraft.OLDEST)), reading.today()));
    }

    /** Is the member a minor? Empty when that cannot be told. */
    Optional<Boolean> isMinor(MemberDraft member) {
        return member.identity().flatMap(number -> {
            long minor = possibleDays.stream()
                    .filter(day -> number.ageOn(day) < Member.ADULT_AGE)
                    .count();
            return minor != 0 && minor != possibleDays.size() ? Optional.empty() : Optional.of(minor != 0);
        });
    }
}

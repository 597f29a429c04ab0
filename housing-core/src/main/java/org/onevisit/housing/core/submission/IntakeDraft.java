package org.onevisit.housing.core.submission;

import static org.onevisit.housing.core.json.JsonValue.Type.TEXT;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.onevisit.housing.core.json.JsonValue;
import org.onevisit.housing.model.Intake;

/** How the submission came in, as far as it could be read. */
final class IntakeDraft {
    /** So old may a receipt be that is entered afterwards. */
    static final Duration OLDEST = Duration.ofDays(31);

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final int LONGEST_WINDOW = 64;

    private final Optional<String> channel;
    private final Optional<String> window;
    private final Optional<Instant> receivedAt;

    IntakeDraft(JsonValue at, Reading reading) {
        Fields fields = reading.fields(at, "channel", "window", "receivedAt");
        channel = fields.required("channel", TEXT).flatMap(v -> reading.values().shaped(v, Values.CHANNEL));
        window = fields.required("window", TEXT).flatMap(v -> reading.values().prose(v, LONGEST_WINDOW));
        receivedAt = fields.isAbsent("receivedAt")
                ? Optional.of(reading.now())
                : fields.optional("receivedAt", TEXT).flatMap(v -> receivedAt(v, reading));
    }

    private static Optional<Instant> receivedAt(JsonValue at, Reading reading) {
        Optional<Instant> moment = reading.values().moment(at);
        if (moment.filter(reading.now().plus(CLOCKS_DIFFER)::isBefore).isPresent()) {
            return reading.values().refused(at, Complaint.DATE_FUTURE, "");
        }
        Instant earliest = reading.now().minus(OLDEST);
        return moment.filter(earliest::isAfter).isPresent()
                ? reading.values()
                        .refused(at, Complaint.DATE_OLD, Reading.day(earliest).toString())
                : moment;
    }

    Optional<Instant> receivedAt() {
        return receivedAt;
    }

    /** The intake; only when the submission has no fault. */
    Intake build() {
        return new Intake(channel.orElseThrow(), window.orElseThrow(), receivedAt.orElseThrow());
    }
}

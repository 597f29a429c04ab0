package org.onevisit.housing.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import org.onevisit.housing.host.config.AtomicFile;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/** The clock of a demo, which is as far ahead after a restart as it was before. */
final class DemoClock {
    private static final String AHEAD = "ahead";
    private final Path file;
    private final JsonMapper json = new JsonMapper();

    DemoClock(Path file) {
        this.file = file;
    }

    /** The clock as it was left. */
    MovableClock over(Clock base) {
        try {
            if (!Files.exists(file)) {
                return new MovableClock(base, Duration.ZERO);
            }
            JsonNode kept = json.readTree(file.toFile());
            return new MovableClock(base, Duration.parse(kept.path(AHEAD).asText()));
        } catch (IOException | DateTimeException e) {
            throw unusable(e);
        }
    }

    /** Keeps how far it is ahead. */
    void keep(MovableClock clock) {
        try {
            AtomicFile.write(
                    file, json.writeValueAsBytes(Map.of(AHEAD, clock.ahead().toString())));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private HousingException unusable(Exception e) {
        return new HousingException(
                ErrorCode.SITE_NOT_READY,
                "the demo's clock cannot be kept in %s: %s; take the file away, or the demo's whole data folder"
                        .formatted(file, e.getMessage()),
                e);
    }
}

package org.onevisit.housing.spi.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;

/**
 * The state of one application: clear columns for indexes, the rest sealed.
 *
 * @param number which application
 * @param revision counts up by one with each unit
 * @param step name of the step
 * @param county the county that decides
 * @param subdistrict where it is routed to
 * @param edition hash of the edition that judges it
 * @param award state of the award, empty if there is none
 * @param waitingFor codes of what is waited for, without commas: agencies that are asked and have not answered, and a channel that
 *     is not installed
 * @param wakeAt when timed work is due next; empty if never
 * @param deadlineAt when the limit that runs now ends; empty if none runs
 * @param sealed the whole state
 */
public record StateRow(
        ApplicationNumber number,
        long revision,
        String step,
        Division county,
        Division subdistrict,
        String edition,
        String award,
        List<String> waitingFor,
        Optional<Instant> wakeAt,
        Optional<Instant> deadlineAt,
        byte[] sealed) {
    /** Copies the list. */
    public StateRow {
        requireNonNull(number, "number");
        requireNonNull(step, "step");
        requireNonNull(county, "county");
        requireNonNull(subdistrict, "subdistrict");
        requireNonNull(edition, "edition");
        requireNonNull(award, "award");
        waitingFor = List.copyOf(waitingFor);
        requireNonNull(wakeAt, "wakeAt");
        requireNonNull(deadlineAt, "deadlineAt");
        requireNonNull(sealed, "sealed");
    }
}

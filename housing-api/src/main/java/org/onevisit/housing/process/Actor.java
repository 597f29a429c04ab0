package org.onevisit.housing.process;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;

/**
 * Who acts: your user, your id.
 *
 * @param id name of the user where they are kept; stands in the journal, so no personal data
 * @param role what they are here to do
 * @param division county or subdistrict that they act for
 * @param unit agency of an officer, seat of a panel member, window of a clerk; empty where there is none, {@code *} for every one
 * @param own the application of an applicant
 */
public record Actor(String id, Role role, Division division, String unit, Optional<ApplicationNumber> own) {
    /** Every unit. */
    public static final String EVERY_UNIT = "*";

    /** Checks that nothing is null and the id has 1 to 64 characters. */
    public Actor {
        requireNonNull(role, "role");
        requireNonNull(division, "division");
        requireNonNull(unit, "unit");
        requireNonNull(own, "own");
        if (!requireNonNull(id, "id").matches("[A-Za-z0-9._@-]{1,64}")) {
            throw new IllegalArgumentException("an actor's id has 1 to 64 letters, digits and . _ @ -");
        }
    }

    /** An officer without a unit. */
    public static Actor officer(String id, Role role, Division division) {
        return new Actor(id, role, division, "", Optional.empty());
    }

    /** An officer of an agency, a member with a seat, a clerk at a window. */
    public static Actor officer(String id, Role role, Division division, String unit) {
        return new Actor(id, role, division, unit, Optional.empty());
    }

    /** An applicant, for one application. */
    public static Actor applicant(String id, Division county, ApplicationNumber own) {
        return new Actor(id, Role.APPLICANT, county, "", Optional.of(own));
    }

    /** An applicant who has no application yet. */
    public static Actor newApplicant(String id, Division county) {
        return new Actor(id, Role.APPLICANT, county, "", Optional.empty());
    }

    /** Does the actor act for this agency, seat or window? */
    public boolean actsFor(String wanted) {
        return unit.equals(EVERY_UNIT) || unit.equals(wanted);
    }
}

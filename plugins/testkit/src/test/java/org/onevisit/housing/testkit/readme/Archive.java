package org.onevisit.housing.testkit.readme;

import java.util.OptionalInt;

/** What a vendor has already: a client for the agency's archive. */
@FunctionalInterface
public interface Archive {
    /** Homes that a person owns; empty if the archive has no entry. */
    OptionalInt homesOf(String residentId);
}

package org.onevisit.housing.view;

import java.time.Instant;
import java.util.List;
import org.onevisit.housing.model.Authorisation;

/**
 * Who has seen what of an application: what agencies were told, and who has read it. Members stand by their ids; holds no personal data.
 *
 * @param told what left, oldest first
 * @param readings who has read it, oldest first
 */
public record Disclosures(List<Told> told, List<Reading> readings) {
    /** Copies the lists. */
    public Disclosures {
        told = List.copyOf(told);
        readings = List.copyOf(readings);
    }

    /**
     * An agency was told something, or what it had said for another application was used again.
     *
     * @param at when
     * @param agency code
     * @param check code
     * @param inquiry id
     * @param stamp plugin and version through which it was told
     * @param recognised was nothing told, because findings of another application were used?
     * @param members ids of the members whom it was about
     * @param fields names of the fields that were told of each; empty when recognised
     * @param authorisations signatures that it stood on
     */
    public record Told(
            Instant at,
            String agency,
            String check,
            String inquiry,
            String stamp,
            boolean recognised,
            List<String> members,
            List<String> fields,
            List<Authorisation> authorisations) {
        /** Copies the lists. */
        public Told {
            members = List.copyOf(members);
            fields = List.copyOf(fields);
            authorisations = List.copyOf(authorisations);
        }
    }

    /**
     * A reading.
     *
     * @param at when
     * @param actor id of who read, or {@code system}
     * @param role in which role
     * @param what what was read, for example {@code evidence}
     */
    public record Reading(Instant at, String actor, String role, String what) {}
}

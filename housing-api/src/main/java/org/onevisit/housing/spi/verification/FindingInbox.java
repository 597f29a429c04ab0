package org.onevisit.housing.spi.verification;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Where findings arrive that were promised for later: callbacks, worklists, files. Implemented by the core; call it from any
 * thread. It answers after the finding is on disk.
 */
@ProviderType
public interface FindingInbox {
    /**
     * Delivers a finding.
     *
     * @param check code of the check that delivers; a finding for another check's inquiry is unknown to it
     * @param idOrTicket the inquiry's id, or the ticket that the check gave
     * @throws org.onevisit.housing.process.HousingException with blame MODULE when the finding holds facts the profile did not
     *     declare, wrong units, or a day in the future
     */
    DeliveryOutcome deliver(String check, String idOrTicket, Finding finding);

    /** What became of a delivery. */
    enum DeliveryOutcome {
        /** The first finding of its inquiry: it counts. */
        APPLIED,
        /** The same finding again: nothing changed. */
        DUPLICATE,
        /** A different finding for an inquiry that has one: recorded and flagged, the first one counts. */
        CONTRADICTS,
        /** Came after the deadline or after the decision: recorded and flagged. */
        LATE,
        /** No inquiry of this check goes by that name. */
        UNKNOWN_INQUIRY,
        /** It answers for somebody who was not asked about; nothing was recorded. */
        UNKNOWN_PERSON
    }
}

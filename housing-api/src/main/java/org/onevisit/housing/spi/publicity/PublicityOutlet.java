package org.onevisit.housing.spi.publicity;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Shows notices somewhere: a site, an official account.
 *
 * <p><b>Calls.</b> On the core's threads, one at a time per notice; the same posting may come again after a restart and must then
 * change nothing (P-01). Throw anything when the outlet cannot be reached: the core tries again (P-02).
 */
@ConsumerType
public interface PublicityOutlet {
    /** Code of the outlet, which a pack names. */
    String code();

    /** Shows a notice; returns when it can be seen. */
    void post(Posting posting);

    /** Takes a notice down; one that is not there is taken down already (P-03). */
    void takeDown(String item);
}

package org.onevisit.housing.core.call;

import org.onevisit.housing.core.plugin.Shares;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.CheckProfile;

/** The agency plugins that serve now, by the code of their check. */
public final class Agencies extends Plugins<AgencyCheck, CheckProfile> {
    /** No agencies yet; {@code shares} says who is to take but a share of the calls. */
    public Agencies(Shares shares) {
        super(
                new Kind<>(
                        "check",
                        AgencyCheck::profile,
                        CheckProfile::check,
                        CheckProfile::callTimeout,
                        CheckProfile::callsAtOnce),
                shares);
    }
}

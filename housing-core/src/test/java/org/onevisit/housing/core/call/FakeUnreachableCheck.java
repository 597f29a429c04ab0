package org.onevisit.housing.core.call;

import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.Reply;

/** A check that cannot be reached. */
record FakeUnreachableCheck(String code) implements AgencyCheck {
    @Override
    public CheckProfile profile() {
        return CheckProfile.of(code);
    }

    @Override
    public Reply check(Inquiry inquiry) {
        throw new AgencyUnreachableException(code, "nobody there");
    }
}

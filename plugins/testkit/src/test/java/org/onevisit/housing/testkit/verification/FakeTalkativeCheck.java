package org.onevisit.housing.testkit.verification;

import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;

/** Breaks V-05: says of whom nothing could be learnt. */
final class FakeTalkativeCheck extends FakeGoodCheck {
    FakeTalkativeCheck(FakeAgency agency) {
        super(agency);
    }

    @Override
    Optional<String> ask(String inquiry, Map<String, String> numbers) {
        try {
            return super.ask(inquiry, numbers);
        } catch (AgencyUnreachableException e) {
            throw new AgencyUnreachableException(AGENCY, "no answer about " + numbers.values(), e);
        }
    }
}

package org.onevisit.housing.testkit.verification;

import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;

/** Breaks V-03: goes on waiting when it is interrupted. */
final class FakeStubbornCheck extends FakeGoodCheck {
    FakeStubbornCheck(FakeAgency agency) {
        super(agency);
    }

    private static final int TIMES = 2;

    @Override
    Optional<String> ask(String inquiry, Map<String, String> numbers) {
        AgencyUnreachableException last = null;
        for (int i = 0; i < TIMES; i++) {
            try {
                return super.ask(inquiry, numbers);
            } catch (AgencyUnreachableException e) {
                Thread.interrupted();
                last = e;
            }
        }
        throw last;
    }
}

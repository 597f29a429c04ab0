package org.onevisit.housing.testkit.verification;

import java.time.LocalDate;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;

/** Breaks V-04: takes what it cannot read for nothing on record. */
final class FakeGullibleCheck extends FakeGoodCheck {
    FakeGullibleCheck(FakeAgency agency) {
        super(agency);
    }

    @Override
    Finding read(String text, LocalDate asOf) {
        return text.contains("=") ? super.read(text, asOf) : Finding.of("m1", Answer.nothingOnRecord(asOf));
    }
}

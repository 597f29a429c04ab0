package org.onevisit.housing.testkit.verification;

import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.spi.verification.Reply;

/** Breaks V-06: reads a field that it did not declare. */
final class FakeCuriousCheck extends FakeGoodCheck {
    FakeCuriousCheck(FakeAgency agency) {
        super(agency);
    }

    @Override
    public Reply check(Inquiry inquiry) {
        inquiry.persons().forEach(person -> person.field(MemberField.NAME));
        return super.check(inquiry);
    }
}

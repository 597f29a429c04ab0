package org.onevisit.housing.testkit.verification;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.Reply;

/** Breaks V-01: answers otherwise when asked again. */
final class FakeForgetfulCheck extends FakeGoodCheck {
    FakeForgetfulCheck(FakeAgency agency) {
        super(agency);
    }

    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    @Override
    public Reply check(Inquiry inquiry) {
        Reply reply = super.check(inquiry);
        String person = inquiry.persons().get(0).id();
        return asked.add(inquiry.id()) ? reply : Reply.now(Finding.of(person, count(9, inquiry.askedOn())));
    }
}

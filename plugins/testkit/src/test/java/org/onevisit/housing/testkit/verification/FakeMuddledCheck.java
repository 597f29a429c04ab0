package org.onevisit.housing.testkit.verification;

import java.util.concurrent.locks.LockSupport;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.Reply;

/** Breaks V-02: keeps the question in a field, where the next one finds it. */
final class FakeMuddledCheck extends FakeGoodCheck {
    FakeMuddledCheck(FakeAgency agency) {
        super(agency);
    }

    private static final long ANOTHER_COMES_IN_NANOS = 2_000_000;
    private volatile Inquiry current;

    @Override
    public Reply check(Inquiry inquiry) {
        current = inquiry;
        LockSupport.parkNanos(ANOTHER_COMES_IN_NANOS);
        return super.check(current);
    }
}

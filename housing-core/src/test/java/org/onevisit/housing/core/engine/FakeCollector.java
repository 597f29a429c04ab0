package org.onevisit.housing.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.spi.verification.Pickup;
import org.onevisit.housing.spi.verification.Reply;

/** An agency that promises everything and puts its answers down somewhere; what is done while it collects a test chooses. */
final class FakeCollector implements AgencyCheck {
    final List<Inquiry> asked = new ArrayList<>();
    final AtomicInteger collections = new AtomicInteger();
    private final MemberField[] needs;
    private Consumer<Pickup> next = pickup -> {};

    FakeCollector(MemberField... needs) {
        this.needs = needs.clone();
    }

    void collects(Consumer<Pickup> work) {
        next = work;
    }

    @Override
    public CheckProfile profile() {
        return CheckProfile.of("check-1")
                .agency("agency-1")
                .supplies(FactKey.HOME_COUNT, FactKey.HOME_FLOOR_AREA)
                .needs(needs);
    }

    @Override
    public Reply check(Inquiry inquiry) {
        asked.add(inquiry);
        return Reply.later("T-" + inquiry.id(), inquiry.workingDaysFromNow(2));
    }

    @Override
    public void collect(Pickup pickup) {
        collections.incrementAndGet();
        next.accept(pickup);
    }
}

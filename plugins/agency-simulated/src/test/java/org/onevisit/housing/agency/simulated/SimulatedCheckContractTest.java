package org.onevisit.housing.agency.simulated;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.testkit.verification.AgencyCheckContract;
import org.onevisit.housing.testkit.verification.Capability;
import org.onevisit.housing.testkit.verification.KitInquiry;

class SimulatedCheckContractTest extends AgencyCheckContract {
    private final Map<String, Object> settings = new HashMap<>(Map.of(
            "check", "homes", "agency", "real-estate", "supplies", new String[] {"home.count", "lease.rentMonthly"}));
    private LocalDate today = KitInquiry.TODAY;

    @Override
    protected AgencyCheck subject() {
        Clock clock = Clock.fixed(today.atStartOfDay(WorkCalendar.ZONE).toInstant(), WorkCalendar.ZONE);
        return new SimulatedCheck(FakeConfig.of(settings), clock);
    }

    @Override
    protected Set<Capability> lacks() {
        return Set.of(Capability.MAY_ANSWER_GARBAGE);
    }

    @Override
    protected void agencyPromises() {
        settings.put("latePercent", 100);
    }

    @Override
    protected LocalDate agencyKeepsPromises() {
        today = KitInquiry.TODAY.plusWeeks(2);
        return today;
    }

    @Override
    protected void agencyIsDown() {
        settings.put("unreachablePercent", 100);
        settings.put("unreachableCalls", 1_000_000);
    }

    @Override
    protected void agencyHangs() {
        settings.put("delayMillis", 5_000);
    }
}

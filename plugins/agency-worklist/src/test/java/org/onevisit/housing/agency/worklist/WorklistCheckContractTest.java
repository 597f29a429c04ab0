package org.onevisit.housing.agency.worklist;

import java.util.Map;
import java.util.Set;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.testkit.verification.AgencyCheckContract;
import org.onevisit.housing.testkit.verification.Capability;

class WorklistCheckContractTest extends AgencyCheckContract {
    @Override
    protected AgencyCheck subject() {
        return new WorklistCheck(FakeConfig.of(Map.of(
                "check", "expropriation",
                "supplies", new String[] {"expropriation.compensation"},
                "needs", new String[] {"NAME", "RESIDENT_ID"})));
    }

    /** Within the call nobody is asked: the officer answers on the page. */
    @Override
    protected Set<Capability> lacks() {
        return Set.of(
                Capability.ANSWERS_NOW,
                Capability.COLLECTS,
                Capability.MAY_ANSWER_GARBAGE,
                Capability.MAY_BE_DOWN,
                Capability.MAY_HANG);
    }

    @Override
    protected void agencyPromises() {}
}

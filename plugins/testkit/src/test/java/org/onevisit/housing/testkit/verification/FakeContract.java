package org.onevisit.housing.testkit.verification;

import java.time.LocalDate;
import java.util.function.Function;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.testkit.verification.FakeAgency.Mode;

/** What the contract of a check on {@link FakeAgency} looks like; run by {@link AgencyCheckContractTest} only. */
abstract class FakeContract extends AgencyCheckContract {
    private final FakeAgency agency = new FakeAgency();
    private final Function<FakeAgency, AgencyCheck> maker;

    FakeContract(Function<FakeAgency, AgencyCheck> maker) {
        this.maker = maker;
    }

    @Override
    protected AgencyCheck subject() {
        return maker.apply(agency);
    }

    @Override
    protected void agencyAnswers() {
        agency.now(Mode.ANSWERS);
    }

    @Override
    protected void agencyPromises() {
        agency.now(Mode.PROMISES);
    }

    @Override
    protected LocalDate agencyKeepsPromises() {
        agency.now(Mode.KEEPS_PROMISES);
        return KitInquiry.TODAY;
    }

    @Override
    protected void agencyAnswersGarbage() {
        agency.now(Mode.GARBAGE);
    }

    @Override
    protected void agencyIsDown() {
        agency.now(Mode.DOWN);
    }

    @Override
    protected void agencyHangs() {
        agency.now(Mode.HANGS);
    }

    @Override
    protected Object agencyLedger() {
        return agency.questionsOnFile();
    }
}

package org.onevisit.housing.agency.files;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.testkit.verification.AgencyCheckContract;
import org.onevisit.housing.testkit.verification.Capability;

class FilesCheckContractTest extends AgencyCheckContract {
    @TempDir
    Path folder;

    private FakeAgency agency() {
        return FakeAgency.at(folder);
    }

    @Override
    protected AgencyCheck subject() {
        // the folders are there, or were taken away: a start makes none
        return agency().check();
    }

    @Override
    protected Set<Capability> lacks() {
        return Set.of(Capability.ANSWERS_NOW, Capability.MAY_ANSWER_GARBAGE, Capability.MAY_HANG);
    }

    @Override
    protected void agencyAnswers() {
        agency().open();
    }

    @Override
    protected void agencyPromises() {} // it always does

    @Override
    protected LocalDate agencyKeepsPromises() {
        agency().answersEverything();
        return FakeAgency.today();
    }

    @Override
    protected void agencyIsDown() {
        agency().close();
    }

    @Override
    protected Object agencyLedger() {
        return agency().questions();
    }
}

package org.onevisit.housing.agency.http;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.testkit.verification.AgencyCheckContract;
import org.onevisit.housing.testkit.verification.KitInquiry;

class HttpCheckContractTest extends AgencyCheckContract {
    private final FakeAgencyServer agency;

    HttpCheckContractTest() throws IOException {
        agency = new FakeAgencyServer();
    }

    @AfterEach
    void close() {
        agency.close();
    }

    @Override
    protected AgencyCheck subject() {
        return new HttpCheck(FakeConfig.of(Map.of(
                "check",
                "homes",
                "agency",
                "real-estate",
                "url",
                agency.url(),
                "supplies",
                new String[] {"home.count"},
                "needs",
                new String[] {"NAME", "RESIDENT_ID"},
                "polls",
                true)));
    }

    @Override
    protected void agencyAnswers() {
        agency.answers();
    }

    @Override
    protected void agencyPromises() {
        agency.promises();
    }

    @Override
    protected LocalDate agencyKeepsPromises() {
        agency.keepsPromises();
        return KitInquiry.TODAY;
    }

    @Override
    protected void agencyAnswersGarbage() {
        agency.echoes();
    }

    @Override
    protected void agencyIsDown() {
        agency.close();
    }

    @Override
    protected void agencyHangs() {
        agency.hangs();
    }

    @Override
    protected Object agencyLedger() {
        return agency.questionsOnFile();
    }
}

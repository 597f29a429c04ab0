package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.testkit.store.InMemoryStore;

class StoreTroubleTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);
    private final FakeFailingStore failing = new FakeFailingStore(new InMemoryStore());
    private final County county = County.over(failing.store(), 1, MONDAY);

    @Test
    @Timeout(60)
    void timedWorkEndsAlthoughWhatIsDueCannotBeWrittenAndDoesItLater() {
        ApplicationNumber number = county.received(1);
        county.clock.to(LocalDate.of(2025, 3, 20));
        failing.failAfter(0);
        county.engine.runDue(county.clock.instant());
        assertThat(county.clerk().find(number).step()).isEqualTo(Step.RECEIVED);
        failing.heal();
        county.engine.runDue(county.clock.instant());
        assertThat(county.clerk().find(number).step()).isNotEqualTo(Step.RECEIVED);
    }
}

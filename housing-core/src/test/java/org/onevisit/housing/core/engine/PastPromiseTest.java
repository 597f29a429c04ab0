package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.verification.Reply;

class PastPromiseTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 3);

    @Test
    @DisplayName("an agency that promises for a day gone by is asked again after a while, not at once")
    void aDayGoneBy() {
        County county = County.with(1, TODAY);
        FakeCheck check = county.checks.get(0);
        check.answers(inquiry -> Reply.later("ticket-1", TODAY.minusDays(3)));
        var number = county.accepted();
        assertThat(check.asked()).hasSize(1);
        county.on("2025-03-04");
        assertThat(check.asked()).hasSize(2);
        check.answers(inquiry -> Reply.now(FakeCheck.homes(inquiry, 0)));
        county.on("2025-03-05");
        assertThat(county.clerk().find(number).step()).isEqualTo(Step.REVIEWING);
    }
}

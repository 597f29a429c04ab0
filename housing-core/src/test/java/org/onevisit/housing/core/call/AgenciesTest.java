package org.onevisit.housing.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgenciesTest {
    @Test
    void agenciesAreListedByTheirCodes() {
        Agencies agencies = new Agencies(new org.onevisit.housing.core.plugin.Shares());
        List<String> codes =
                IntStream.rangeClosed(10, 40).mapToObj(i -> "check-" + i).toList();
        for (int i = codes.size() - 1; i >= 0; i--) {
            agencies.arrive(new FakeUnreachableCheck(codes.get(i)), "fake@1.0.0", 0);
        }
        assertThat(agencies.all())
                .extracting(agency -> agency.profile().check())
                .isEqualTo(codes);
    }
}

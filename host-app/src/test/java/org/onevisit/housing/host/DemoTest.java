package org.onevisit.housing.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.fake.FakeClock;

/** A demo's clock. */
@Timeout(60)
class DemoTest {
    private static final Instant FRIDAY = Instant.parse("2026-11-27T04:00:00Z");
    private final FakeClock clock = new FakeClock(FRIDAY.toString());

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "it moves to the start of business so many working days later, over weekends, and stays there after a restart")
    void moves() {
        Instant tuesday = Instant.parse("2026-12-01T01:00:00Z");
        try (HousingHost host =
                Hosts.in(folder).clock(clock).demo().singleThread().start()) {
            assertThat(host.control().demo()).isTrue();
            host.control().advance(2);
            assertThat(host.engine().nextDue(FRIDAY)).contains(tuesday);
        }
        try (HousingHost host =
                Hosts.in(folder).clock(clock).demo().singleThread().start()) {
            host.runDue();
            assertThat(host.engine().nextDue(FRIDAY)).contains(tuesday);
        }
    }

    @Test
    @DisplayName("outside a demo nobody moves the clock")
    void staysOutsideADemo() {
        try (HousingHost host = Hosts.in(folder).singleThread().start()) {
            assertThat(host.control().demo()).isFalse();
            assertThatThrownBy(() -> host.control().advance(1)).isInstanceOf(IllegalStateException.class);
        }
    }
}

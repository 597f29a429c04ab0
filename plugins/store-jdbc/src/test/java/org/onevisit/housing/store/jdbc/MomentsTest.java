package org.onevisit.housing.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MomentsTest {
    @Property
    void everyColumnValueStandsForOneMoment(@ForAll long nanos) {
        assertThat(Moments.exact(Moments.instant(nanos))).isEqualTo(nanos);
    }

    @Test
    @DisplayName("beyond the range a moment is refused for keeping and its end is taken for comparing")
    void beyondTheRange() {
        Instant last = Moments.instant(Long.MAX_VALUE);
        assertThat(Moments.exact(last)).isEqualTo(Long.MAX_VALUE);
        assertThat(Moments.exact(Moments.instant(Long.MIN_VALUE))).isEqualTo(Long.MIN_VALUE);
        assertThat(Moments.bound(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
        assertThat(Moments.bound(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
        assertThatThrownBy(() -> Moments.exact(last.plusNanos(1))).isInstanceOf(IllegalArgumentException.class);
    }
}

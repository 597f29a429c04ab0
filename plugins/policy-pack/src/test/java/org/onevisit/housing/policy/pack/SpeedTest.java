package org.onevisit.housing.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.explanation.Evidence;
import org.onevisit.housing.explanation.Judgement;
import org.onevisit.housing.spi.policy.Edition;

class SpeedTest {
    private static final int ROUND = 500;

    @Test
    @DisplayName("judging a household and computing its amount takes well under a third of a millisecond when warm")
    void judgingIsQuick() {
        Edition edition = Packs.edition("pinghu");
        Evidence evidence = Case.of(4).evidence();
        long best =
                LongStream.range(0, 20).map(i -> round(edition, evidence)).min().orElseThrow();

        assertThat(Duration.ofNanos(best / ROUND)).isLessThan(Duration.ofNanos(300_000));
    }

    private static long round(Edition edition, Evidence evidence) {
        long start = System.nanoTime();
        for (int i = 0; i < ROUND; i++) {
            Judgement judgement = edition.eligibility().judge(evidence);
            assertThat(edition.assistance().calculate(evidence, judgement).monthly())
                    .isPresent();
        }
        return System.nanoTime() - start;
    }
}

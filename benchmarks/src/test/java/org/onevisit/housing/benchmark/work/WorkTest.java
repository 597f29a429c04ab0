package org.onevisit.housing.benchmark.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WorkTest {
    @Test
    @DisplayName("the work is a start, nine answers, two decisions and an end")
    void steps() {
        assertThat(Work.CHECKS).hasSize(9).doesNotHaveDuplicates();
        assertThat(Work.DECISIONS).hasSize(2);
        assertThat(Work.STEPS).isEqualTo(13);
    }

    @Test
    @DisplayName("an answer has 200 bytes, the same each time, another for each check and application")
    void answers() {
        Set<String> answers = Work.CHECKS.stream()
                .flatMap(check -> Set.of(Work.answer(check, 1), Work.answer(check, 2)).stream())
                .collect(Collectors.toSet());
        assertThat(answers).hasSize(2 * Work.CHECKS.size()).allSatisfy(answer -> assertThat(
                        answer.getBytes(StandardCharsets.UTF_8))
                .hasSize(200));
        assertThat(Work.answer("police", 1)).isEqualTo(Work.answer("police", 1));
    }
}

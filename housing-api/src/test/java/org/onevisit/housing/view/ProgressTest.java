package org.onevisit.housing.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.calendar.Deadline;

class ProgressTest {
    @Test
    @DisplayName("nine agencies on the first day: the sentence of the guide")
    void theSentenceOfTheGuide() {
        List<String> nine =
                IntStream.rangeClosed(1, 9).mapToObj(i -> "agency:a" + i).toList();
        Progress progress = progress(Step.CHECKING, 0, 40, nine, false);
        assertThat(progress.in(Locale.CHINA)).isEqualTo("项目核查：已用 0 个工作日，剩余 40 个；现由 9 个部门核查");
        assertThat(progress.in(Locale.ENGLISH))
                .isEqualTo("Verification: 0 working days used, 40 left; now with 9 agencies");
    }

    @ParameterizedTest(name = "{0} {1}/{2} {3}")
    @DisplayName("the sentence says stage, days with their unit, and who holds it")
    @CsvSource(delimiter = '|', textBlock = """
        RECEIVED    | 1  | 4  | window      | 申请受理：已用 1 个工作日，剩余 4 个；现由窗口办理   | Intake: 1 working days used, 4 left; now with the window
        MAKING_GOOD | 2  | 3  | applicant   | 申请受理：已用 2 个工作日，剩余 3 个；现由申请人补正 | Intake: 2 working days used, 3 left; now with the applicant
        CHECKING    | 16 | 24 | agency:tax  | 项目核查：已用 16 个工作日，剩余 24 个；现由税务部门核查 | Verification: 16 working days used, 24 left; now with tax
        REVIEWING   | 42 | -2 | subdistrict | 街道审核：已用 42 个工作日，超期 2 个；现由街道审核 | Subdistrict review: 42 working days used, 2 over the limit; now with the subdistrict office
        OBJECTED    | 30 | 10 | objection   | 联审公示：已用 30 个工作日，剩余 10 个；现由联审小组处理异议 | Joint review and publicity: 30 working days used, 10 left; now with the panel, on an objection
        """)
    void sentences(Step step, int used, int left, String holder, String chinese, String english) {
        Progress progress = progress(step, used, left, List.of(holder), false);
        assertThat(progress.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo(chinese);
        assertThat(progress.in(Locale.UK)).isEqualTo(english);
    }

    @Test
    @DisplayName("a provisional deadline is marked")
    void provisional() {
        Progress progress = progress(Step.REVIEWING, 3, 37, List.of("subdistrict"), true);
        assertThat(progress.in(Locale.CHINA)).endsWith("（暂定：该年度节假日安排尚未公布）");
        assertThat(progress.in(Locale.ENGLISH))
                .endsWith("(provisional: the holidays of that year are not published yet)");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("every step has its words in both languages, and an end no days")
    void everyStepHasWords(Step step) {
        for (Locale locale : List.of(Locale.CHINA, Locale.ENGLISH, Locale.GERMANY)) {
            String sentence = progress(step, 1, 2, List.of("panel"), false).in(locale);
            assertThat(sentence).doesNotContain("_", "{").isNotBlank();
            assertThat(sentence.contains("1")).isEqualTo(step.isOpen());
        }
    }

    private static Progress progress(Step step, int used, int left, List<String> holders, boolean provisional) {
        Optional<Deadline> deadline = Optional.of(new Deadline(LocalDate.of(2027, 1, 4), provisional));
        return new Progress(step, used, left, used, deadline, holders, List.of(), provisional);
    }
}

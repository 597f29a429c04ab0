package org.onevisit.housing.publicity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.Step;

/** The progress query, as an applicant and as somebody who guesses see it. */
class ProgressPageTest {
    private final FakeDesk desk = new FakeDesk();
    private final FakeTicker ticker = new FakeTicker();
    private final ProgressPage page = new ProgressPage(desk, ticker);

    @Test
    @DisplayName(
            "with code and last four it tells where the application is, in days with their unit, and by whom it waits")
    void tellsWhereItIs() throws IOException {
        FakeResponse response = ask(FakeDesk.RECEIPT, FakeDesk.LAST_FOUR);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.texts("dd"))
                .containsExactly("16 个工作日", "24 个工作日", "2027-01-04", "暂定：该年度节假日安排尚未公布", "22 个自然日");
        assertThat(response.page()).contains("税务", "房管", "部门核查中");
    }

    @Test
    @DisplayName("neither code nor number stands on the page again")
    void nothingIsEchoed() throws IOException {
        for (FakeResponse response :
                List.of(ask(FakeDesk.RECEIPT, FakeDesk.LAST_FOUR), ask("<script>alert(1)</script>", "<i>"))) {
            assertThat(response.page())
                    .doesNotContain(FakeDesk.RECEIPT, FakeDesk.LAST_FOUR, "<script", "alert(1)", "<i>");
        }
    }

    @Test
    @DisplayName("what the core says is escaped")
    void awaitingIsEscaped() throws IOException {
        assertThat(ask(FakeDesk.RECEIPT, FakeDesk.LAST_FOUR).page())
                .contains("没有安装对应的插件 &lt;b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    @DisplayName("a wrong code and a wrong number get the same answer, byte by byte")
    void sameAnswerForEitherMistake() throws IOException {
        FakeResponse wrongCode = ask("00000000000", FakeDesk.LAST_FOUR);
        FakeResponse wrongNumber = ask(FakeDesk.RECEIPT, "0000");
        FakeResponse nothing = ask("", "");
        assertThat(wrongCode.getStatus()).isEqualTo(404);
        assertThat(wrongCode.page()).contains("查询码与证件号码后四位不匹配");
        for (FakeResponse other : List.of(wrongNumber, nothing)) {
            assertThat(other.getStatus()).isEqualTo(404);
            assertThat(other.page()).isEqualTo(wrongCode.page());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7K3QX9MBT20", " 7k3q-x9mb-t20 ", "7K3Q X9MB T20"})
    @DisplayName("a code may be typed with blanks, hyphens and small letters, and a final x too")
    void typedAsPeopleType(String receipt) throws IOException {
        assertThat(ask(receipt, "001x").getStatus()).isEqualTo(200);
        assertThat(desk.asked).containsExactly("7K3QX9MBT20/001X");
    }

    @Test
    @DisplayName("the eleventh guess at one receipt in an hour is refused, from wherever and however it is typed")
    void guessesAreLimited() throws IOException {
        for (int i = 0; i < 10; i++) {
            assertThat(guess(i % 2 == 0 ? "7K3QX9MBT2O" : "7k3q-x9mb-t20", "10.0.0." + i)
                            .getStatus())
                    .isEqualTo(404);
        }
        FakeResponse eleventh = guess(FakeDesk.RECEIPT, "10.0.0.99");
        assertThat(eleventh.getStatus()).isEqualTo(429);
        assertThat(eleventh.page()).contains("查询过于频繁，请稍后再试。");
        assertThat(ask(FakeDesk.RECEIPT, FakeDesk.LAST_FOUR).getStatus())
                .as("the right number too, or the answer would tell")
                .isEqualTo(429);
        ticker.pass(Duration.ofHours(1));
        assertThat(ask(FakeDesk.RECEIPT, FakeDesk.LAST_FOUR).getStatus()).isEqualTo(200);
    }

    @Test
    @DisplayName("one address asks thirty times a minute")
    void addressesAreLimited() throws IOException {
        for (int i = 0; i < 30; i++) {
            assertThat(guess("0000000000" + (char) ('A' + i), "10.0.0.1").getStatus())
                    .isEqualTo(404);
        }
        assertThat(guess("11111111111", "10.0.0.1").getStatus()).isEqualTo(429);
        assertThat(guess("11111111111", "10.0.0.2").getStatus()).isEqualTo(404);
        ticker.pass(Duration.ofMinutes(1));
        assertThat(guess("11111111111", "10.0.0.1").getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"STORE_UNAVAILABLE, 503, 系统暂不可用", "INTERNAL, 503, 系统暂不可用", "TOO_MANY_REQUESTS, 429, 查询过于频繁"})
    @DisplayName("trouble of the site is no answer about the receipt")
    void troubleIsNoAnswer(ErrorCode code, int status, String words) throws IOException {
        desk.refusal = Optional.of(code);
        FakeResponse response = ask(FakeDesk.RECEIPT, FakeDesk.LAST_FOUR);
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.page()).contains(words).doesNotContain("不匹配");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("every step has its words and what comes next, in both languages")
    void everyStepHasWords(Step step) throws IOException {
        desk.step = step;
        for (String language : List.of("zh-CN", "en")) {
            FakeResponse response = new FakeResponse();
            page.doPost(request(FakeDesk.RECEIPT, FakeDesk.LAST_FOUR).in(language), response);
            assertThat(response.page()).doesNotContain(step.name(), "next." + step);
        }
    }

    @Test
    @DisplayName("English for who prefers it, and the form asks for the same two things")
    void english() throws IOException {
        FakeResponse response = new FakeResponse();
        page.doGet(new FakeRequest(null).in("en-US"), response);
        assertThat(response.page()).contains("Progress of an application", "name=\"receipt\"", "name=\"lastFour\"");
        assertThat(response.page()).contains("action=\"/progress\"").doesNotContainPattern("\\p{IsHan}");
    }

    private FakeResponse guess(String receipt, String address) throws IOException {
        FakeResponse response = new FakeResponse();
        page.doPost(request(receipt, "0000").from(address), response);
        return response;
    }

    private FakeResponse ask(String receipt, String lastFour) throws IOException {
        FakeResponse response = new FakeResponse();
        page.doPost(request(receipt, lastFour).from("10.1.1.1"), response);
        return response;
    }

    private static FakeRequest request(String receipt, String lastFour) {
        return new FakeRequest(null).with("receipt", receipt).with("lastFour", lastFour);
    }
}

package org.onevisit.housing.publicity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onevisit.housing.process.ErrorCode;

/** Notices and the form to object, as anyone sees them. */
class PublicityPageTest {
    private static final String HOSTILE = "\"'><script>alert(1)</script>&{{ csrf }}";
    private final FakeDesk desk = new FakeDesk();
    private final FakeTicker ticker = new FakeTicker();
    private final PublicityPage page = new PublicityPage(desk, ticker);

    @Test
    @DisplayName("the list shows each notice by its item, the masked lines and the period, and no other figure")
    void listShowsWhatIsPublished() throws IOException {
        FakeResponse response = get("/");
        assertThat(response.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(response.texts("h2")).containsExactly("平湖市 公示编号 n-4f2a", "平湖市 公示编号 n-77c0");
        assertThat(response.texts("dd")).containsExactly("测*", "33*************014", "测*", "33*************014");
        assertThat(response.page())
                .contains("公示期：2026-11-24 至 2026-12-03", "href=\"/publicity/n-4f2a\"")
                .doesNotContain(FakeDesk.RECEIPT)
                .doesNotContainPattern("330482-\\d{8}-\\d{6}");
    }

    @Test
    @DisplayName("no notice is a sentence, not an empty page")
    void emptyList() throws IOException {
        desk.published = false;
        assertThat(get("/").page()).contains("目前没有正在公示的名单。");
    }

    @Test
    @DisplayName("a notice in its period has the form, one after it has none")
    void formInThePeriodOnly() throws IOException {
        assertThat(get("/n-4f2a").page())
                .contains("公示中", "<form method=\"post\" action=\"/publicity/n-4f2a\">", "value=\"csrf-1\"");
        assertThat(get("/n-77c0").page()).contains("已结束").doesNotContain("<form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/n-0000", "/n-4f2a/more", "/330482-20261102-000001", "/../etc"})
    @DisplayName("what is no item of a notice that can be seen is not found")
    void unknownItem(String path) throws IOException {
        FakeResponse sent = new FakeResponse();
        page.doPost(objection(path), sent);
        assertThat(List.of(get(path).getStatus(), sent.getStatus())).containsOnly(404);
        assertThat(desk.objections).isEmpty();
    }

    @Test
    @DisplayName("an objection reaches the desk without blanks around it; its id is shown and the form is gone")
    void objectionIsSent() throws IOException {
        FakeResponse response = post(objection("/n-4f2a").with("name", "  测试丁 "));
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(desk.objections).containsExactly("n-4f2a|测试丁|13800000001|名下有房");
        assertThat(response.page()).contains("异议已提交", "o-1").doesNotContain("<form", "测试丁", "13800000001", "名下有房");
    }

    @ParameterizedTest
    @CsvSource({"name, ''", "contact, '  '", "reasons, ''"})
    @DisplayName("a field that is missing is said, what was typed stays, nothing is sent")
    void missingField(String field, String value) throws IOException {
        FakeResponse response = post(objection("/n-4f2a").with(field, value));
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.page()).contains("role=\"alert\"", "请填写姓名、联系方式和异议内容。");
        Map.of("name", "测试丁", "contact", "13800000001", "reasons", "名下有房").forEach((other, text) -> {
            if (!other.equals(field)) {
                assertThat(response.page()).contains(text);
            }
        });
        assertThat(desk.objections).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"name, 50", "contact, 100", "reasons, 2000"})
    @DisplayName("a field has its longest length, and one character more is refused")
    void tooLong(String field, int longest) throws IOException {
        assertThat(post(objection("/n-4f2a").with(field, "长".repeat(longest))).getStatus())
                .isEqualTo(200);
        FakeResponse refused = post(objection("/n-4f2a").with(field, "长".repeat(longest + 1)));
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.page()).contains("填写的内容过长");
        assertThat(desk.objections).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ILLEGAL_TRANSITION, 400, 该公示已结束，不再接收异议。",
        "NOT_FOUND, 400, 该公示已结束。",
        "STORE_UNAVAILABLE, 503, 系统暂不可用，请稍后再试。",
        "INTERNAL, 503, 系统出错，请稍后再试。"
    })
    @DisplayName("what the core refuses is said in plain words, and what was typed stays")
    void coreRefuses(ErrorCode code, int status, String words) throws IOException {
        desk.refusal = Optional.of(code);
        FakeResponse response = post(objection("/n-4f2a"));
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.page()).contains(words, "名下有房").doesNotContain("told so by the test");
    }

    @Test
    @DisplayName(
            "the eleventh objection from one address in an hour is refused, another address is not, nor the next hour")
    void objectionsAreLimited() throws IOException {
        for (int i = 0; i < 10; i++) {
            assertThat(post(objection("/n-4f2a")).getStatus()).isEqualTo(200);
        }
        FakeResponse eleventh = post(objection("/n-4f2a"));
        assertThat(eleventh.getStatus()).isEqualTo(429);
        assertThat(eleventh.page()).contains("提交过于频繁，请稍后再试。", "名下有房");
        assertThat(post(objection("/n-4f2a").from("10.0.0.2")).getStatus()).isEqualTo(200);
        ticker.pass(Duration.ofHours(1));
        assertThat(post(objection("/n-4f2a")).getStatus()).isEqualTo(200);
        assertThat(desk.objections).hasSize(12);
    }

    @Test
    @DisplayName("a form that is filled in wrongly uses up no objection")
    void mistakesAreFree() throws IOException {
        for (int i = 0; i < 20; i++) {
            post(objection("/n-4f2a").with("name", ""));
        }
        assertThat(post(objection("/n-4f2a")).getStatus()).isEqualTo(200);
    }

    @Test
    @DisplayName("whatever is typed or published is escaped")
    void hostileTextIsEscaped() throws IOException {
        desk.applicant = HOSTILE;
        FakeResponse typed = post(objection("/n-4f2a")
                .with("name", HOSTILE)
                .with("contact", HOSTILE)
                .with("reasons", HOSTILE + "</textarea>" + "长".repeat(2000)));
        assertThat(typed.getStatus()).isEqualTo(400);
        for (FakeResponse response : List.of(typed, get("/"), get("/n-4f2a"))) {
            assertThat(response.page())
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                    .doesNotContain("<script", "\"'>", HOSTILE);
        }
        assertThat(typed.page()).contains("&lt;/textarea&gt;").contains("{{ csrf }}");
    }

    @Test
    @DisplayName("English for who prefers it, Chinese for everyone else")
    void languages() throws IOException {
        assertThat(page(new FakeRequest("/n-4f2a").in("en-GB,zh;q=0.5")))
                .contains("Public notice", "Send the objection");
        for (String language : List.of("zh-CN", "de", "*", "<script>")) {
            assertThat(page(new FakeRequest("/n-4f2a").in(language))).contains("公示详情", "提交异议");
        }
        FakeResponse refused = post(objection("/n-4f2a").in("en").with("name", ""));
        assertThat(refused.page()).contains("Fill in name, contact and reasons.");
    }

    private String page(FakeRequest request) throws IOException {
        FakeResponse response = new FakeResponse();
        page.doGet(request, response);
        return response.page();
    }

    private FakeResponse get(String path) throws IOException {
        FakeResponse response = new FakeResponse();
        page.doGet(new FakeRequest(path), response);
        return response;
    }

    private FakeResponse post(FakeRequest request) throws IOException {
        FakeResponse response = new FakeResponse();
        page.doPost(request, response);
        return response;
    }

    private static FakeRequest objection(String path) {
        return new FakeRequest(path)
                .with("name", "测试丁")
                .with("contact", "13800000001")
                .with("reasons", "名下有房");
    }
}

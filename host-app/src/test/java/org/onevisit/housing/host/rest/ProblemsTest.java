package org.onevisit.housing.host.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.HousingException.FieldError;

class ProblemsTest {
    private static final String CLERK = "window_clerk";
    private static final String ACTIONS = "/applications/" + Samples.NUMBER + "/actions/";

    private final FakeSite site = new FakeSite(false);
    private final ApiServer api = new ApiServer(site);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    @DisplayName("a malformed submission is a problem with every error, in Chinese unless English is asked for")
    void malformed() {
        site.engine.failWith(new HousingException(ErrorCode.MALFORMED_SUBMISSION, "1 error", List.of(error(1))));

        HttpResponse<String> answer = api.post(CLERK, "/applications", "{}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode body = ApiServer.json(answer);
        assertThat(body.path("type").asText()).isEqualTo("/problems/malformed-submission");
        assertThat(body.path("title").asText()).isEqualTo("申请材料填写有误，未予登记");
        assertThat(body.path("status").asInt()).isEqualTo(400);
        assertThat(body.path("code").asText()).isEqualTo("HS-0101");
        assertThat(body.path("blame").asText()).isEqualTo("CALLER");
        assertThat(body.path("detail").asText()).startsWith("共 1 处错误，全部列出");
        JsonNode error = body.at("/errors/0");
        assertThat(error.path("pointer").asText()).isEqualTo("/household/members/1/identity/number");
        assertThat(error.path("code").asText()).isEqualTo("HS-0111");
        assertThat(error.path("rule").asText()).isEqualTo("GB 11643");
        assertThat(error.path("message").asText()).isEqualTo("校验位不符");
        assertThat(error.path("cure").asText()).isEqualTo("重新录入");
        assertThat(error.has("expected")).isFalse();
        assertThat(body.has("more")).isFalse();

        JsonNode english = ApiServer.json(
                api.send(api.posting(CLERK, "/applications", "{}").header("Accept-Language", "en-GB, zh;q=0.5")));
        assertThat(english.at("/errors/0/message").asText()).isEqualTo("check digit");
        assertThat(english.path("title").asText()).startsWith("The submission is malformed");
    }

    @Test
    @DisplayName("at most 100 errors are listed, then more, and no answer is above 64 KB")
    void many() {
        site.engine.failWith(new HousingException(
                ErrorCode.MALFORMED_SUBMISSION,
                "many",
                IntStream.range(0, 3000).mapToObj(ProblemsTest::error).toList()));
        JsonNode body = ApiServer.json(api.post(CLERK, "/applications", "{}"));
        assertThat(body.path("errors").size()).isEqualTo(100);
        assertThat(body.path("more").asBoolean()).isTrue();

        String wide = "宽".repeat(1000);
        FieldError large =
                new FieldError("/x", ErrorCode.BAD_TEXT, wide, wide, wide, wide, Optional.empty(), Optional.empty());
        site.engine.failWith(new HousingException(
                ErrorCode.MALFORMED_SUBMISSION,
                "large",
                IntStream.range(0, 90).mapToObj(i -> large).toList()));
        HttpResponse<String> answer = api.post(CLERK, "/applications", "{}");
        assertThat(answer.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(64 * 1024);
        assertThat(ApiServer.json(answer).path("errors").size()).isGreaterThan(5);
        assertThat(ApiServer.json(answer).path("more").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "MEMBER_CLAIMED, 409",
        "ILLEGAL_TRANSITION, 409",
        "EVIDENCE_MISSING, 422",
        "KEY_REUSED, 422",
        "STALE_REVISION, 412",
        "FORBIDDEN, 403",
        "NOT_SIGNED_IN, 401",
        "NOT_FOUND, 404",
        "TOO_LARGE, 413",
        "TOO_MANY_REQUESTS, 429",
        "STORE_UNAVAILABLE, 503",
        "SITE_NOT_READY, 503",
        "LEDGER_NOT_COVERED, 503",
        "INTERNAL, 500"
    })
    @DisplayName("each kind of error has its status")
    void statuses(ErrorCode code, int status) {
        site.engine.failWith(new HousingException(code, "application x cannot y; do z"));

        HttpResponse<String> answer = api.get(CLERK, "/applications/" + Samples.NUMBER);
        assertThat(answer.statusCode()).isEqualTo(status);
        JsonNode body = ApiServer.json(answer);
        assertThat(body.path("code").asText()).isEqualTo(code.code());
        assertThat(body.path("detail").asText()).contains("application x cannot y; do z");
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 429);
        assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent()).isEqualTo(status == 401);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("every code has its words in both languages, at the address that problems carry")
    void explained(ErrorCode code) {
        for (String language : List.of("zh", "en")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(api.at("/problems/" + ProblemTexts.slug(code)))
                    .header("Accept-Language", language)
                    .header("Accept", "application/json");
            HttpResponse<String> answer = api.send(request);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(ApiServer.json(answer).path("code").asText()).isEqualTo(code.code());
            assertThat(ApiServer.json(answer).path("help").asText()).isNotBlank();
        }
        HttpResponse<String> page = api.send(HttpRequest.newBuilder(api.at("/problems/" + ProblemTexts.slug(code))));
        assertThat(page.body()).contains("<h1>").contains(code.code());
    }

    @Test
    @DisplayName("a problem of no known kind is 404")
    void noSuchProblem() {
        assertThat(api.send(HttpRequest.newBuilder(api.at("/problems/none"))).statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("what nobody foresaw is 500 with an incident, and its message stays inside")
    void unforeseen() {
        site.engine.failWith(new IllegalStateException("测试甲 330499199003070014"));

        HttpResponse<String> answer = api.get(CLERK, "/applications/" + Samples.NUMBER);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .doesNotContain("测试甲")
                .doesNotContain("3304991990")
                .doesNotContain("Exception");
        assertThat(ApiServer.json(answer).path("incident").asText()).hasSize(36);
    }

    @Test
    @DisplayName(
            "an action's body is read strictly: all errors with their places, in document order, no value repeated")
    void strict() {
        HttpResponse<String> answer = api.post(
                CLERK,
                ACTIONS + "make-good",
                "{\"documents\": [{\"id\": 7, \"kin\": \"SECRET\"}], \"authorisations\": \"SECRET\","
                        + " \"documentz\": [\"SECRET\"]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode body = ApiServer.json(answer);
        assertThat(body.path("code").asText()).isEqualTo("HS-0209");
        assertThat(body.findValuesAsText("pointer"))
                .containsExactly(
                        "/documents/0/kind", "/documents/0/id", "/documents/0/kin", "/authorisations", "/documentz");
        assertThat(body.at("/errors/2/expected").asText()).isEqualTo("kind");
        assertThat(body.at("/errors/4/cure").asText()).isEqualTo("是否应为 documents？");
        assertThat(answer.body()).doesNotContain("SECRET");
        assertThat(site.engine.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vote | {} | /choice /reasons",
                "vote | {\"choice\": \"MAYBE\", \"reasons\": \" \"} | /choice /reasons",
                "recheck | {\"checks\": [1], \"reasons\": \"r\"} | /checks/0",
                "accept | [] | ''",
                "accept | {\"a\": 1} | /a",
                "endorse | {\"reasons\": \"a\", \"reasons\": \"b\"} | /reasons"
            })
    @DisplayName("what is wrong with an action's body is told by place")
    void places(String slug, String json, String pointers) {
        JsonNode body = ApiServer.json(api.post(CLERK, ACTIONS + slug, json));

        assertThat(body.path("status").asInt()).isEqualTo(400);
        assertThat(String.join(" ", body.findValuesAsText("pointer"))).isEqualTo(pointers);
    }

    @Test
    @DisplayName("errors of a dossier inside a body have the place of the dossier before theirs")
    void prefixed() {
        site.engine.failWith(new HousingException(ErrorCode.MALFORMED_SUBMISSION, "1 error", List.of(error(1))));

        JsonNode body = ApiServer.json(api.post(CLERK, ACTIONS + "amend", "{\"application\": {}, \"reason\": \"r\"}"));
        assertThat(body.findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/reasons", "/application/household/members/1/identity/number", "/reason");
    }

    @Test
    @DisplayName("a body that is not JSON is told with line and column")
    void notJson() {
        HttpResponse<String> answer = api.post(CLERK, ACTIONS + "endorse", "{\n  \"reasons\": oops\n}");

        JsonNode body = ApiServer.json(answer);
        assertThat(body.path("code").asText()).isEqualTo("HS-0107");
        assertThat(body.at("/errors/0/message").asText()).contains("第 2 行");
        assertThat(answer.body()).doesNotContain("oops");
    }

    @Test
    @DisplayName("a body in another encoding is refused, not guessed")
    void otherEncoding() {
        byte[] gbk = "{\"reasons\": \"同意\"}".getBytes(java.nio.charset.Charset.forName("GBK"));
        HttpResponse<String> answer = api.send(api.as(CLERK, ACTIONS + "endorse")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(gbk)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ApiServer.json(answer).at("/errors/0/expected").asText()).isEqualTo("UTF-8");
    }

    @Test
    @DisplayName("a body above 1 MB is 413")
    void large() {
        HttpResponse<String> answer = api.post(CLERK, "/applications", " ".repeat(Body.JSON_LIMIT + 1));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(site.engine.asked).isEmpty();
    }

    @Test
    @DisplayName("the protocol's own errors are problems too")
    void protocol() {
        HttpResponse<String> method = api.send(api.as(CLERK, "/form").DELETE());
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(ApiServer.json(method).path("code").asText()).isEqualTo("HTTP-405");
        assertThat(method.headers().firstValue("Allow")).isPresent();

        HttpResponse<String> type = api.send(api.as(CLERK, "/applications")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("x")));
        assertThat(type.statusCode()).isEqualTo(415);

        HttpResponse<String> path = api.get("", "/nowhere");
        assertThat(path.statusCode()).isEqualTo(404);
        assertThat(ApiServer.json(path).path("code").asText()).isEqualTo("HS-0303");
    }

    @ParameterizedTest
    @CsvSource({
        "/applications?stage=NONE, ?stage", "/applications?limit=0, ?limit", "/applications?limit=x, ?limit",
        "/duty, ?month", "/duty?month=11-2026, ?month", "/events?after=-1, ?after"
    })
    @DisplayName("a wrong query parameter is told by name")
    void query(String path, String pointer) {
        HttpResponse<String> answer = api.get("supervisor", path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ApiServer.json(answer).at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }

    @Test
    @DisplayName("headers that mean nothing are refused")
    void headers() {
        assertThat(api.send(api.posting(CLERK, ACTIONS + "accept", "{}").header("If-Match", "yesterday"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(api.send(api.posting(CLERK, ACTIONS + "accept", "{}").header("Idempotency-Key", "a b"))
                        .statusCode())
                .isEqualTo(400);
    }

    private static FieldError error(int member) {
        return new FieldError(
                "/household/members/" + member + "/identity/number",
                ErrorCode.ID_CHECK_DIGIT,
                "校验位不符",
                "check digit",
                "重新录入",
                "enter it again",
                Optional.empty(),
                Optional.of("GB 11643"));
    }
}

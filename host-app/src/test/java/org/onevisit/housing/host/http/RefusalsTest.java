package org.onevisit.housing.host.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onevisit.housing.host.Hosts;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.account.AccountBook;
import org.onevisit.housing.host.account.AccountRole;
import org.onevisit.housing.host.account.Scope;

/** What the host refuses, wherever in it that happens: a page that says what to do, or a problem where programs call. */
@Timeout(60)
class RefusalsTest {
    @TempDir
    static Path folder;

    private static HousingHost host;

    @BeforeAll
    static void start() {
        AccountBook book = new AccountBook(folder.resolve("accounts.json"));
        book.add("zhang-7", AccountRole.CLERK, Scope.of("330482"), "correct horse battery".toCharArray());
        host = Hosts.in(folder).http(0).start();
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /nowhere | | 404 | 没有找到",
                "GET /health/deep | | 404 | 没有找到",
                "GET /assets/none.css | | 404 | 没有找到",
                "GET /problems/none | | 404 | 没有找到",
                "POST /login | a=1 | 403 | 页面已过期",
                "POST /review/330482-20261102-000003 | | 403 | 页面已过期",
                "DELETE /login | | 403 | 页面已过期",
                "PUT /login?_csrf=%s | | 405 | 该地址不支持此操作",
                "POST /?_csrf=%s | | 405 | 该地址不支持此操作",
                "TRACE / | | 405 | 该地址不支持此操作"
            })
    @DisplayName("for people: a whole page in the house's layout, in Chinese, in English where that is preferred")
    void pages(String line, String body, int status, String heading) throws IOException {
        String token = "x".repeat(32);
        String headers = "Cookie: HOUSING_FORM=" + token + "\r\nContent-Type: application/x-www-form-urlencoded";
        String request = line.formatted(token);
        Answer answer = send(request, headers, body == null ? "" : body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("content-type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(answer.header("content-security-policy")).contains("frame-ancestors 'none'");
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        assertThat(answer.body())
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"zh-CN\">", "<h1>" + heading + "</h1>", "<nav", "role=\"alert\"");
        assertPlain(answer);
        assertThat(send(request, headers + "\r\nAccept-Language: en", body == null ? "" : body)
                        .body())
                .contains("<html lang=\"en\">");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /api | 404 | HS-0303",
                "GET /api/v2/form | 404 | HS-0303",
                "GET /api/v1/nowhere | 404 | HS-0303",
                "GET /api/v1/form | 401 | HS-0302",
                "TRACE /api/v1/form | 405 | HTTP-405",
                "FOO /api/v1/form | 405 | HTTP-405",
                "GET /api/v1/sessions | 405 | HTTP-405"
            })
    @DisplayName("for programs: a problem")
    void problems(String line, int status, String code) throws IOException {
        assertProblem(send(line, "X-Test: 1", ""), status, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept-Language: ;;q=x",
                "Accept-Language: *;q=9,,,,",
                "Accept: ;;q=x",
                "Accept: text/html",
                "Authorization: Bearer \u00e9\u00e9",
                "Content-Type: ///",
                "Cookie: =;;=\"",
                "If-None-Match: \"",
                "Range: bytes=9-1"
            })
    @DisplayName("a header that nobody can read is refused or ignored, and never a defect")
    void oddHeaders(String header) throws IOException {
        for (String line : new String[] {"GET /api/v1/form", "POST /api/v1/sessions", "POST /api/v1/progress"}) {
            Answer answer = send(line, header, "");
            assertThat(answer.status()).as(line + "\n" + answer.body()).isBetween(400, 499);
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
            assertPlain(answer);
        }
        assertThat(send("GET /login", header, "").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("too large a request is told so, as a page and as a problem, and the host goes on")
    void tooLarge() throws IOException {
        String token = "x".repeat(32);
        String length = "Content-Length: " + (12 << 20);
        Answer page = send("POST /login?_csrf=" + token, "Cookie: HOUSING_FORM=" + token + "\r\n" + length, null);
        assertThat(page.status()).isEqualTo(413);
        assertThat(page.body()).contains("<h1>提交的内容过大</h1>");
        assertProblem(send("POST /api/v1/sessions", length, "x".repeat(12 << 20), true), 413, "HS-0110");
        assertThat(send("GET /login", "X-Test: 1", "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bad(Name: x", "X: a\u0001b", "Content-Length: abc", "Transfer-Encoding: zip", "nothing"})
    @DisplayName("a head that is no HTTP is refused in a few lines, which tell nothing of the server")
    void noHttp(String header) throws IOException {
        Answer answer = send("GET /login", header, "");

        assertThat(answer.status()).isBetween(400, 501);
        assertThat(answer.status()).isNotEqualTo(500);
        assertThat(answer.body()).hasSizeLessThan(600);
        assertPlain(answer);
    }

    private static void assertProblem(Answer answer, int status, String code) throws IOException {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertPlain(answer);
    }

    private static void assertPlain(Answer answer) {
        assertThat(answer.body().toLowerCase(Locale.ROOT)).doesNotContain("jetty", "exception", "java.", "servlet");
        assertThat(answer.header("server")).isEmpty();
    }

    private static Answer send(String line, String headers, String body) throws IOException {
        return send(line, headers, body, body == null);
    }

    /** Sends by hand what no client library would. */
    private static Answer send(String line, String headers, String body, boolean lengthIsThere) throws IOException {
        URI at = host.address().orElseThrow();
        byte[] content = body == null ? new byte[0] : body.getBytes(UTF_8);
        String length = lengthIsThere || content.length == 0 && line.startsWith("GET")
                ? ""
                : "Content-Length: " + content.length + "\r\n";
        String head = line + " HTTP/1.1\r\nHost: " + at.getAuthority() + "\r\nConnection: close\r\n" + headers + "\r\n"
                + length + "\r\n";
        try (Socket socket = new Socket(at.getHost(), at.getPort())) {
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
            return Answer.of(new String(socket.getInputStream().readAllBytes(), UTF_8));
        }
    }

    /** An answer, as it came. */
    private record Answer(String head, String body) {
        static Answer of(String all) {
            assertThat(all).contains("\r\n\r\n");
            int end = all.indexOf("\r\n\r\n");
            return new Answer(all.substring(0, end), all.substring(end + 4));
        }

        int status() {
            return Integer.parseInt(head.split(" ")[1]);
        }

        /** The value of a header; empty where there is none. */
        String header(String name) {
            return head.lines()
                    .filter(one -> one.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                    .map(one -> one.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }
}

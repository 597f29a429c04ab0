package org.onevisit.housing.host.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onevisit.housing.process.Step;

/** The layout and the pages over HTTP, without a browser. */
@Timeout(60)
class LayoutTest {
    private static PageServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        server = new PageServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @DisplayName(
            "a fragment gets head, banners, navigation by role and a strict policy; Chinese unless English is preferred")
    void fragments() throws Exception {
        HttpResponse<String> page = get("/window", "WINDOW_CLERK", "zh-CN,zh;q=0.9,en;q=0.8");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .startsWith("<!DOCTYPE html>")
                .contains(
                        "<html lang=\"zh-CN\">",
                        "<title>窗口受理",
                        "演示日期：2026年11月24日",
                        "未签名的插件",
                        "href=\"/window\" aria-current");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
        assertThat(get("/window", "WINDOW_CLERK", "en-GB").body()).contains("<html lang=\"en\">", "Enter");
    }

    @Test
    @DisplayName("no page has a script, a style of its own, or a link elsewhere")
    void noScripts() throws Exception {
        for (String path : new String[] {"/", "/window/new", "/applications/330482-20261102-000003"}) {
            assertThat(get(path, "WINDOW_CLERK", "zh").body())
                    .doesNotContain("<script", "style=", "<style", "\"http://", "\"https://", " onclick");
        }
    }

    @Test
    @DisplayName("who is not signed in is led to the sign-in and back; who has another role is told")
    void signIn() throws Exception {
        HttpResponse<String> none = get("/review", "", "zh");
        assertThat(none.statusCode()).isEqualTo(302);
        assertThat(none.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?next=%2Freview"));
        assertThat(get("/window", "", "zh").statusCode()).isEqualTo(302);
        HttpResponse<String> other = get("/window", "OPERATOR", "zh");
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(other.body()).contains("无权办理");
    }

    @Test
    @DisplayName("an application that is not there is a page, not a stack trace")
    void notFound() throws Exception {
        HttpResponse<String> page = get("/applications/330482-20990101-000001", "WINDOW_CLERK", "zh");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("没有找到", "HS-0303").doesNotContain("Exception");
    }

    @Test
    @DisplayName("an application that was erased is a page that says so, with its journal; nothing can be done to it")
    void erased() throws Exception {
        String erased = "330482-20261102-000099";
        server.site.engine.steps.put(erased, Step.ERASED);
        HttpResponse<String> page = get("/applications/" + erased, "WINDOW_CLERK", "zh");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("已销毁", "流水记录仍予保留", "<h2 id=\"journal\">")
                .doesNotContain("HS-");
        assertThat(get("/applications/" + erased, "WINDOW_CLERK", "en").body()).contains("destroyed for good");
        HttpResponse<String> refused =
                post("/applications/" + erased + "/actions/withdraw", "WINDOW_CLERK", Map.of("reasons", "自愿"));
        assertThat(refused.statusCode()).isEqualTo(410);
        assertThat(refused.body()).contains("已销毁", "流水记录仍予保留");
    }

    @Test
    @DisplayName("an identity number is looked up by POST and never comes back in the page or the address")
    void search() throws Exception {
        String number = "330499199003070014";
        HttpResponse<String> found = post("/applications", "WINDOW_CLERK", Map.of("wanted", number));
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains("330482-20261102-000003").doesNotContain(number);
        assertThat(post("/applications", "WINDOW_CLERK", Map.of("wanted", "330499199003070015"))
                        .body())
                .contains("校验位不符")
                .doesNotContain("330499199003070015");
    }

    @Test
    @DisplayName("what was typed is escaped")
    void escapes() throws Exception {
        HttpResponse<String> page =
                post("/publicity/n-4f2a", "", Map.of("name", "<b>x</b>\"", "contact", "", "reasons", "</textarea><i>"));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).doesNotContain("<b>x", "</textarea><i>").contains("&lt;b&gt;x");
    }

    @Test
    @DisplayName("the stylesheet may be kept for ever under its version, and is not sent again when unchanged")
    void assets() throws Exception {
        HttpResponse<String> css = get("/assets/housing.css?v=" + Assets.VERSION, "", "zh");
        assertThat(css.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(css.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/css"));
        String tag = css.headers().firstValue("ETag").orElseThrow();
        HttpRequest again = HttpRequest.newBuilder(server.address().resolve("/assets/housing.css"))
                .header("If-None-Match", tag)
                .build();
        assertThat(client.send(again, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(304);
    }

    @Test
    @DisplayName("the operator moves the demo's clock by working days, 1 to 250")
    void clock() throws Exception {
        assertThat(post("/operator/clock", "OPERATOR", Map.of("days", "5")).statusCode())
                .isEqualTo(302);
        assertThat(server.site.advanced).containsExactly(5);
        assertThat(post("/operator/clock", "OPERATOR", Map.of("days", "0")).statusCode())
                .isEqualTo(400);
        assertThat(post("/operator/clock", "WINDOW_CLERK", Map.of("days", "5")).statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> get(String path, String role, String language)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve(path))
                .header("Cookie", role.isEmpty() ? "a=b" : "role=" + role)
                .header("Accept-Language", language)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String role, Map<String, String> form)
            throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve(path))
                .header("Cookie", role.isEmpty() ? "a=b" : "role=" + role)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}

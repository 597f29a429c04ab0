package org.onevisit.housing.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.Hosts;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.account.AccountBook;
import org.onevisit.housing.host.account.AccountRole;
import org.onevisit.housing.host.account.Scope;

/** The web side over real HTTP: health, sign-in, sessions, forms. */
@Timeout(60)
class HttpSideTest {
    private static final String PASSWORD = "correct horse battery";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir
    static Path folder;

    private static final List<Integer> early = new ArrayList<>();
    private static HousingHost host;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start() {
        AccountBook book = new AccountBook(folder.resolve("accounts.json"));
        book.add("zhang-7", AccountRole.CLERK, Scope.of("330482"), PASSWORD.toCharArray());
        host = Hosts.in(folder)
                .http(0)
                .listening(address -> early.add(askedEarly(address)))
                .start();
    }

    private static int askedEarly(URI address) {
        URI live = address.resolve("/health/live");
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(live).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(live + " does not answer", e);
        }
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @Test
    @DisplayName("it listens on the loopback interface only, and says where")
    void listensOnLoopback() {
        assertThat(host.address()).hasValueSatisfying(uri -> {
            assertThat(uri.getHost()).isEqualTo("127.0.0.1");
            assertThat(uri.getPort()).isPositive();
        });
    }

    @Test
    @DisplayName("whoever waits for it to listen is told once, when it answers already")
    void tellsThatItListens() {
        assertThat(early).containsExactly(200);
    }

    @Test
    @DisplayName("health is live and ready, and every answer forbids framing and foreign scripts")
    void health() throws Exception {
        HttpResponse<String> live = get("/health/live");
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(live.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(live.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'self'", "frame-ancestors 'none'"));
        assertThat(live.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(get("/health/ready").body()).isEqualTo("{\"status\":\"UP\",\"missing\":[],\"store\":\"UP\"}");
    }

    @Test
    @DisplayName("figures are there in the form that Prometheus reads")
    void figures() throws Exception {
        get("/health/live");
        assertThat(get("/metrics").body())
                .contains("housing_ready 1.0")
                .contains("housing_plugins_active 1.0")
                .contains("housing_http_requests_total{method=\"GET\",status=\"2xx\"}")
                .contains("jvm_memory_heap_used_bytes");
    }

    @Test
    @DisplayName("a form that carries no token is refused, signed in or not")
    void formsNeedTheirToken() throws Exception {
        assertThat(post("/login", Map.of("name", "zhang-7", "password", PASSWORD))
                        .statusCode())
                .isEqualTo(403);
        get("/login");
        assertThat(post("/login", Map.of("name", "zhang-7", "password", PASSWORD, "_csrf", "x".repeat(32)))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("signing in gives a cookie that scripts and other sites cannot use, and leads where one wanted to go")
    void signsIn() throws Exception {
        HttpResponse<String> in = signIn(PASSWORD, "/window/enter?a=1");
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(in.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/window/enter?a=1"));
        assertThat(in.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("HOUSING_SESSION=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Strict"));
        HttpResponse<String> login = get("/login");
        assertThat(post("/logout", Map.of("_csrf", token(login))).statusCode()).isEqualTo(302);
    }

    @Test
    @DisplayName("a wrong password shows the form again, in Chinese unless English is preferred")
    void wrongPassword() throws Exception {
        HttpResponse<String> again = signIn("wrong password 1", "/");
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("账号或密码不正确").contains("name=\"next\" value=\"/\"");
    }

    @Test
    @DisplayName("nobody is led to another site after signing in")
    void staysOnSite() throws Exception {
        HttpResponse<String> in = signIn(PASSWORD, "//evil.example/");
        assertThat(in.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("evil"));
    }

    private HttpResponse<String> signIn(String password, String next) throws Exception {
        HttpResponse<String> form = get("/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        return post("/login", Map.of("name", "zhang-7", "password", password, "_csrf", token(form), "next", next));
    }

    private static String token(HttpResponse<String> form) {
        Matcher matcher = TOKEN.matcher(form.body());
        assertThat(matcher.find()).as(form.body()).isTrue();
        return matcher.group(1);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return host.address().orElseThrow().resolve(path);
    }
}

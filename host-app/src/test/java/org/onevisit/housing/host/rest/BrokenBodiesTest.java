package org.onevisit.housing.host.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.config.DataFolder;

/** What is broken as bytes is refused with a problem that says what to do; nothing is stored, repeated or logged. */
@Timeout(120)
class BrokenBodiesTest {
    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final List<String> SECRETS = List.of("测试", "330499199104121079", "13800000000");
    private static final List<String> INSIDES = List.of("Exception", "jackson", "jetty", "jersey", "org.", "java.");

    @TempDir
    private static Path folder;

    private static String good;
    private static HousingHost host;
    private static TableCounts store;
    private static SiteClient clerk;

    @BeforeAll
    static void start() throws IOException {
        good = Files.readString(Path.of("src/dist/samples/accepted.json"));
        host = SampleSite.start(folder);
        store = new TableCounts(new DataFolder(folder).storeFile());
        clerk = new SiteClient(host, "clerk");
    }

    @AfterAll
    static void stop() {
        store.close();
        host.close();
    }

    static List<BrokenBodies.Case> bodies() throws IOException {
        return new BrokenBodies(Files.readString(Path.of("src/dist/samples/accepted.json"))).all();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    @DisplayName("a broken body is refused, with and without check=true")
    void refused(BrokenBodies.Case body) {
        Map<String, Long> before = store.now();
        try (LogEar log = new LogEar()) {
            for (String path : List.of("/applications", "/applications?check=true")) {
                HttpResponse<String> answer = clerk.send(body.into(clerk.to(path)));
                assertProblem(answer, body.status(), body.code());
            }
            assertThat(log.heard()).doesNotContain(SECRETS);
        }
        assertThat(store.now()).as("rows").isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"?check=TRUE", "?check=ture", "?check=", "?check=1"})
    @DisplayName("a misspelt check is refused, not taken for a no: the application would be received")
    void misspeltCheck(String query) {
        Map<String, Long> before = store.now();
        HttpResponse<String> answer = clerk.post("/applications" + query, good);

        assertThat(store.now()).as("rows").isEqualTo(before);
        assertProblem(answer, 400, "HS-0209");
        assertThat(ApiServer.json(answer).at("/errors/0/pointer").asText()).isEqualTo("?check");
    }

    @Test
    @DisplayName("a body that ends before its length does is not received, and the next one is answered")
    void brokenOff() throws IOException {
        Map<String, Long> before = store.now();
        URI at = host.address().orElseThrow();
        try (Socket socket = new Socket(at.getHost(), at.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/v1/applications HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + clerk.token()
                            + "\r\nContent-Type: application/json\r\nContent-Length: "
                            + (good.getBytes(UTF_8).length + 1) + "\r\n\r\n" + good)
                    .getBytes(UTF_8));
            out.flush();
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer)
                    .doesNotContain("HTTP/1.1 2")
                    .doesNotContain("HTTP/1.1 5")
                    .doesNotContain(SECRETS);
        }
        assertThat(store.now()).as("rows").isEqualTo(before);
        assertThat(clerk.post("/applications?check=true", good).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("what is odd but right is received: a mark of byte order, chunks without a length, a charset")
    void oddButRight() {
        byte[] marked = ("\uFEFF" + good).getBytes(UTF_8);
        HttpResponse<String> answer = clerk.send(clerk.to("/applications?check=true")
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(marked))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = ApiServer.json(answer);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(List.of("type", "title", "detail", "blame"))
                .allSatisfy(field ->
                        assertThat(problem.path(field).asText()).as(field).isNotBlank());
        assertThat(answer.body().getBytes(UTF_8)).hasSizeLessThan(LARGEST_ANSWER);
        assertThat(answer.body()).doesNotContain(SECRETS).doesNotContain(INSIDES);
    }
}

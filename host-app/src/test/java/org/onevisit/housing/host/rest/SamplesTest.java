package org.onevisit.housing.host.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.HousingHost;

/** The samples of the distribution, handed in to a real host over HTTP. */
@Timeout(180)
class SamplesTest {
    private static final Path SAMPLES = Path.of("src/dist/samples");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+\\.json)` \\| (\\d{3}) \\|");

    @TempDir
    private static Path folder;

    private static HousingHost host;
    private static String token;

    @BeforeAll
    static void start() {
        host = SampleSite.start(folder);
        JsonNode session = json(send(to("/sessions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"name\": \"clerk\", \"password\": \"" + SampleSite.PASSWORD + "\"}"))));
        token = session.path("token").asText();
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @Test
    @DisplayName("the README names every sample, in its table and among the curl lines")
    void everySampleIsNamed() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            List<String> samples = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .toList();
            assertThat(expected().keySet()).containsExactlyInAnyOrderElementsOf(samples);
            samples.forEach(name -> assertThat(readme()).contains("\nhand_in " + name + "\n"));
        }
    }

    @Test
    @DisplayName("each sample gets the answer that the README promises")
    void answers() {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        expected().forEach((sample, status) -> {
            HttpResponse<String> answer = handIn(sample);
            assertThat(answer.statusCode()).as(sample + ": " + answer.body()).isEqualTo(status);
            answers.put(sample, json(answer));
        });
        assertThat(answers.get("accepted.json").at("/makeGood/items").size()).isZero();
        assertThat(answers.get("incomplete.json").at("/makeGood/items").size()).isGreaterThanOrEqualTo(3);
        assertThat(answers.get("malformed.json").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/household/members/1/identity/number", "/household/members/2/guardian", "/household/membres");
        assertThat(answers.get("duplicate-member.json").path("code").asText()).isEqualTo("HS-0201");
        assertThat(answers.get("register-elsewhere.json").path("routedTo").asText())
                .isEqualTo("330482101");
        assertThat(answers.get("legacy-15-digit-id.json").at("/makeGood/items").size())
                .isZero();
    }

    @Test
    @DisplayName("once accepted, one household turns out eligible and the other over the income line, each explained")
    void outcomes() {
        assertThat(judged("accepted.json").path("overall").asText()).isEqualTo("MET");
        JsonNode refused = judged("over-income.json");
        assertThat(refused.path("overall").asText()).isEqualTo("NOT_MET");
    }

    @Test
    @DisplayName("the curl lines of the README run as they stand")
    void curlLines() throws IOException, InterruptedException {
        Assumptions.assumeTrue(new File("/usr/bin/curl").canExecute(), "no curl here");
        String lines = readme().split("```sh\n")[1].split("```")[0];
        ProcessBuilder shell = new ProcessBuilder("bash", "-e", "-c", lines)
                .directory(SAMPLES.toFile())
                .redirectErrorStream(true);
        shell.environment().put("HOST", host.address().orElseThrow().toString());
        shell.environment().put("HOUSING_DEMO_PASSWORD", SampleSite.PASSWORD);
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        expected().forEach((sample, status) -> assertThat(output).contains("\n" + status + " " + sample + "\n"));
    }

    private static JsonNode judged(String sample) {
        String number = json(handIn(sample)).path("number").asText();
        String one = "/applications/" + number;
        HttpResponse<String> accepted = send(to(one + "/actions/accept")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.noBody()));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> read(one).path("step").asText().equals("REVIEWING"));
        return read(one + "/explanation");
    }

    private static HttpResponse<String> handIn(String sample) {
        try {
            return send(to("/applications")
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "sample-" + sample)
                    .POST(BodyPublishers.ofFile(SAMPLES.resolve(sample))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode read(String path) {
        HttpResponse<String> answer = send(to(path).header("Authorization", "Bearer " + token));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(host.address().orElseThrow() + "/api/v1" + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return ApiServer.json(answer);
    }

    /** The README's table: which answer each sample gets, in its order. */
    private static Map<String, Integer> expected() {
        return ROW.matcher(readme())
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1), SamplesTest::status, (one, other) -> one, LinkedHashMap::new));
    }

    private static int status(MatchResult row) {
        return Integer.parseInt(row.group(2));
    }

    private static String readme() {
        try {
            return Files.readString(SAMPLES.resolve("README.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

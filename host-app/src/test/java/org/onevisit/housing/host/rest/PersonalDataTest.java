package org.onevisit.housing.host.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onevisit.housing.host.HousingHost;

/** Every sample of the distribution goes as far as it goes; then all files of the host are read. */
@Timeout(180)
class PersonalDataTest {
    private static final Path SAMPLES = Path.of("src/dist/samples");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String REASON = "{\"reasons\": \"与测试甲（330499199104121079）面谈，属实\"}";

    @TempDir
    Path folder;

    @Test
    @DisplayName("no file of the host holds a name, an identity number, a telephone number or an address of a sample")
    void nothingIsReadable() throws IOException {
        PersonalData data = new PersonalData();
        List<Integer> answers = new ArrayList<>();
        try (HousingHost host = SampleSite.start(folder)) {
            SiteClient clerk = new SiteClient(host, "clerk");
            for (JsonNode sample : samples()) {
                data.of(sample);
                HttpResponse<String> answer = clerk.post("/applications", sample.toString());
                answers.add(answer.statusCode());
                if (answer.statusCode() == 201) {
                    goOn(host, clerk, ApiServer.json(answer).path("number").asText());
                }
                search(clerk, sample);
            }
        }
        assertThat(answers).contains(201, 400, 409);
        assertThat(data.values()).hasSizeGreaterThan(30).contains("测试甲", "13800000000", "测试路1号");
        assertThat(data.foundBelow(folder)).isEmpty();
        assertThat(Files.size(folder.resolve("store/housing.db"))).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "GB18030"})
    @DisplayName("in a plain file it would be found")
    void wouldBeFound(String charset) throws IOException {
        PersonalData data = new PersonalData();
        data.of(JSON.readTree(SAMPLES.resolve("accepted.json").toFile()));
        Files.write(folder.resolve("notes"), "申请人：测试甲，男".getBytes(Charset.forName(charset)));
        assertThat(data.foundBelow(folder)).containsExactly("notes holds 测试甲 in " + charset);
    }

    /** As far as it goes; where a step is refused, the refusal must leave no trace either. */
    private static void goOn(HousingHost host, SiteClient clerk, String number) {
        String one = "/applications/" + number;
        HttpResponse<String> scan = clerk.send(clerk.to(one + "/documents?document=d1")
                .header("Content-Type", "application/pdf")
                .POST(BodyPublishers.ofByteArray("%PDF-1.4 申请人：测试甲 %%EOF".getBytes(UTF_8))));
        assertThat(scan.statusCode()).as(scan.body()).isEqualTo(204);
        int accepted = clerk.post(one + "/actions/accept", "{}").statusCode();
        if (accepted != 200) {
            clerk.post(one + "/actions/withdraw", REASON);
            return;
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        ApiServer.json(clerk.get(one)).path("step").asText().equals("REVIEWING"));
        new SiteClient(host, "reviewer")
                .post(one + "/actions/endorse", REASON); // refused where the register is elsewhere
        new SiteClient(host, "panel")
                .post(one + "/actions/vote", "{\"choice\": \"APPROVE\", \"reasons\": \"测试甲 13800000000\"}");
        clerk.get(one + "/explanation");
        clerk.get(one + "/papers/ACCEPTANCE");
    }

    private static void search(SiteClient clerk, JsonNode sample) {
        for (JsonNode member : sample.at("/household/members")) {
            String number = member.at("/identity/number").asText();
            clerk.post("/applications/search", "{\"residentId\": \"%s\"}".formatted(number));
        }
    }

    private static List<JsonNode> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            List<JsonNode> samples = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                samples.add(JSON.readTree(file.toFile()));
            }
            return samples;
        }
    }
}

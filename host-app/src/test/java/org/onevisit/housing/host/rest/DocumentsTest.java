package org.onevisit.housing.host.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onevisit.housing.host.HousingHost;

/** Scans of papers, handed in to a real host and looked for on its disk. */
@Timeout(120)
class DocumentsTest {
    private static final int LIMIT = 10 * 1024 * 1024;
    private static final String PDF = "%PDF-1.7\n";
    private static final String MARK = "as-it-was-handed-in";

    @TempDir
    private static Path folder;

    private static HousingHost host;
    private static SiteClient clerk;
    private static String papers;

    @BeforeAll
    static void start() throws IOException {
        host = SampleSite.start(folder);
        clerk = new SiteClient(host, "clerk");
        String sample = Files.readString(Path.of("src/dist/samples/accepted.json"));
        papers = "/applications/" + clerk.numberOf(sample) + "/documents";
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @ParameterizedTest
    @CsvSource({
        "pdf, 255044462d312e37, image/png, 204",
        "png, 89504e470d0a1a0a0000000d49484452, application/pdf, 204",
        "jpeg, ffd8ffe000104a464946, application/octet-stream, 204",
        "html, 3c68746d6c3e, application/pdf, 400",
        "zip, 504b0304, application/pdf, 400",
        "gif, 474946383961, image/png, 400",
        "half a signature, 8950, image/png, 400"
    })
    @DisplayName("what is a PDF, PNG or JPEG by its content is kept, whatever it is called; nothing else is")
    void byContent(String what, String hex, String type, int status) {
        byte[] content = java.util.HexFormat.of().parseHex(hex);
        HttpResponse<byte[]> answer = put("d1", type, content);
        assertThat(answer.statusCode())
                .as(what + ": " + new String(answer.body(), ISO_8859_1))
                .isEqualTo(status);
        if (status == 204) {
            assertThat(get("d1", clerk).body()).isEqualTo(content);
        }
    }

    @Test
    @DisplayName("ten megabytes are kept; one byte more is refused with 413, and the next one is kept again")
    void limit() {
        assertThat(put("d2", "application/pdf", pdf(LIMIT)).statusCode()).isEqualTo(204);
        assertThat(get("d2", clerk).body()).hasSize(LIMIT);
        HttpResponse<byte[]> large = put("d2", "application/pdf", pdf(LIMIT + 1));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(new String(large.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("10");
        assertThat(put("d2", "application/pdf", pdf(1000)).statusCode()).isEqualTo(204);
        assertThat(get("d2", clerk).body()).hasSize(1000);
    }

    @Test
    @DisplayName("an empty body, a body of many parts and a paper that is not in the application are refused")
    void refused() {
        assertThat(put("d1", "application/pdf", new byte[0]).statusCode()).isEqualTo(400);
        assertThat(put("d1", "multipart/form-data; boundary=x", pdf(100)).statusCode())
                .isEqualTo(415);
        assertThat(put("d99", "application/pdf", pdf(100)).statusCode()).isIn(400, 404);
    }

    @Test
    @DisplayName("a clerk of another county and an agency's officer cannot read it")
    void others() {
        assertThat(put("d3", "application/pdf", pdf(100)).statusCode()).isEqualTo(204);
        for (String account : List.of("stranger", "officer", "operator")) {
            assertThat(get("d3", new SiteClient(host, account)).statusCode())
                    .as(account)
                    .isIn(403, 404);
        }
    }

    @Test
    @DisplayName("on the disk it is sealed")
    void sealed() throws IOException {
        assertThat(put("d4", "application/pdf", (PDF + MARK).getBytes(ISO_8859_1))
                        .statusCode())
                .isEqualTo(204);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), ISO_8859_1).contains(MARK))
                        .as("%s", folder.relativize(file))
                        .isFalse();
            }
        }
        assertThat(new String(get("d4", clerk).body(), ISO_8859_1)).endsWith(MARK);
    }

    private static byte[] pdf(int size) {
        return Arrays.copyOf(PDF.getBytes(ISO_8859_1), size);
    }

    private static HttpResponse<byte[]> put(String document, String type, byte[] content) {
        return clerk.send(
                clerk.to(papers + "?document=" + document)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(content)),
                BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> get(String document, SiteClient who) {
        return who.send(who.to(papers + "/" + document), BodyHandlers.ofByteArray());
    }
}

package org.onevisit.housing.host.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.fake.FakeClock;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command.Vote.Choice;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.view.Receipt;

/** What a passer-by sees of a real household on a real host: the notice as Pinghu's pack masks it, and nothing by guessing. */
@Timeout(120)
class PublicPagesTest {
    private static final Division PINGHU = Division.of("330482");

    @TempDir
    Path data;

    private final FakeClock clock = new FakeClock("2026-11-27T01:00:00Z");
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private URI address = URI.create("http://127.0.0.1");

    @Test
    @DisplayName(
            "name and number are masked, minors are not shown, neither number nor receipt stands there, and it goes down")
    void notice() throws Exception {
        try (HousingHost host = start()) {
            String json = Files.readString(Path.of("src/dist/samples/accepted.json"));
            Receipt receipt = posted(host, json);
            String list = get("/publicity");
            String item = host.publicDesk().notices().get(0).item();
            String page = get("/publicity/" + item);
            for (String shown : List.of(list, page)) {
                assertThat(shown).contains("测*", "33*************079", "公示期：2026-11-2");
                assertThat(shown).doesNotContain(receipt.number().value(), receipt.code());
                assertThat(personal(json)).hasSizeGreaterThan(5).noneMatch(shown::contains);
            }
            assertThat(item).doesNotContain(receipt.number().value()).doesNotContain(receipt.code());
            clock.pass(Duration.ofDays(20));
            host.runDue();
            assertThat(get("/publicity")).contains("目前没有正在公示的名单。");
        }
    }

    @Test
    @DisplayName("a wrong receipt and a wrong number get one answer; the eleventh guess gets none")
    void progress() throws Exception {
        try (HousingHost host = start()) {
            Receipt receipt = posted(host, Files.readString(Path.of("src/dist/samples/accepted.json")));
            HttpResponse<String> right = ask(receipt.code(), "1079");
            assertThat(right.statusCode()).isEqualTo(200);
            assertThat(right.body())
                    .contains("公示中")
                    .doesNotContain(receipt.code(), receipt.number().value());
            HttpResponse<String> wrongNumber = ask(receipt.code(), "0000");
            HttpResponse<String> wrongReceipt = ask("00000000000", "1079");
            assertThat(wrongNumber.statusCode()).isEqualTo(404).isEqualTo(wrongReceipt.statusCode());
            assertThat(main(wrongNumber.body())).isEqualTo(main(wrongReceipt.body()));
            for (int guess = 3; guess <= 10; guess++) {
                assertThat(ask(receipt.code(), "000" + guess).statusCode()).isEqualTo(404);
            }
            assertThat(ask(receipt.code(), "1079").statusCode()).isEqualTo(429);
        }
    }

    private HousingHost start() throws IOException {
        HousingHost host = Histories.site(data, clock, Set.of()).http(0).start();
        address = host.address().orElseThrow();
        return host;
    }

    private static Receipt posted(HousingHost host, String json) {
        ApprovalService clerk = host.approvalsFor(Actor.officer("zhang-7", Role.WINDOW_CLERK, PINGHU, "citywide"));
        Receipt receipt = clerk.submit(host.readSubmission(json), "");
        clerk.accept(receipt.number());
        host.approvalsFor(Actor.officer("chen-2", Role.SUBDISTRICT_REVIEWER, Division.of("330482001")))
                .endorse(receipt.number(), "属实");
        host.approvalsFor(Actor.officer("wu-3", Role.PANEL_MEMBER, PINGHU, "civil-affairs"))
                .vote(receipt.number(), Choice.APPROVE, "同意");
        host.approvalsFor(Actor.officer("he-4", Role.PANEL_CHAIR, PINGHU, "housing"))
                .vote(receipt.number(), Choice.APPROVE, "同意");
        return receipt;
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).build();
        HttpResponse<String> response = browser.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    private HttpResponse<String> ask(String receipt, String lastFour) throws IOException, InterruptedException {
        String csrf =
                found(get("/progress"), "name=\"_csrf\" value=\"([^\"]+)\"").get(0);
        String form = Map.of("_csrf", csrf, "receipt", receipt, "lastFour", lastFour).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/progress"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    /** The page without what is made anew each time. */
    private static String main(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private static List<String> personal(String json) {
        return found(json, "\"(?:name|number|mobile|address)\"\\s*:\\s*\"([^\"]+)\"");
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult one) -> one.group(1))
                .toList();
    }
}

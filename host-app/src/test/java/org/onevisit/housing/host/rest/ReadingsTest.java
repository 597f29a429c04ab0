package org.onevisit.housing.host.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FloorArea;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;

class ReadingsTest {
    private static final String ONE = "/applications/" + Samples.NUMBER;

    private final FakeSite site = new FakeSite(false);
    private final ApiServer api = new ApiServer(site);

    @AfterEach
    void stop() {
        api.close();
    }

    private JsonNode read(String role, String path) {
        HttpResponse<String> answer = api.get(role, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ApiServer.json(answer);
    }

    @Test
    @DisplayName("what is known of an application is read by its parts")
    void parts() {
        assertThat(read("window_clerk", ONE + "/evidence").at("/facts/0/text").asText())
                .isEqualTo("48.00");
        assertThat(read("window_clerk", ONE + "/journal").at("/items/0/type").asText())
                .isEqualTo("SUBMITTED");
        JsonNode why = read("window_clerk", ONE + "/explanation");
        assertThat(why.path("overall").asText()).isEqualTo("MET");
        assertThat(why.path("placeholder").asBoolean()).isTrue();
        assertThat(why.at("/calculation/monthly").asText()).isEqualTo("810.00");
        JsonNode clock = read("window_clerk", ONE + "/clock");
        assertThat(clock.at("/caseEnds/provisional").asBoolean()).isTrue();
        assertThat(clock.at("/days/0/party").asText()).isEqualTo("agency:tax");
        assertThat(clock.has("pausedSince")).isFalse();
        assertThat(read("window_clerk", ONE + "/papers/acceptance").path("kind").asText())
                .isEqualTo("acceptance");
    }

    @Test
    @DisplayName("a supervisor reads which editions are to be decided, and decides")
    void editionChoices() throws Exception {
        assertThat(read("supervisor", "/edition-choices").path("items").isArray())
                .isTrue();
        String path = "/edition-choices/" + Samples.NUMBER;
        assertThat(api.post("supervisor", path, "{\"choice\": \"KEEP\", \"reasons\": \"r\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(api.post("supervisor", path, "{\"choice\": \"LATER\", \"reasons\": \"r\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("form, awards, overdue list, duty report, events and plugins are read")
    void lists() {
        JsonNode form = read("window_clerk", "/form");
        assertThat(form.at("/limits/whole/days").asInt()).isEqualTo(40);
        assertThat(form.at("/checks/0/supplies/0").asText()).isEqualTo("income.taxedYear");
        JsonNode awards = read("supervisor", "/awards?cursor=c1");
        assertThat(awards.at("/items/0/monthly").asText()).isEqualTo("810.00");
        assertThat(awards.at("/items/0/firstMonth").asText()).isEqualTo("2027-01");
        assertThat(awards.path("next").asText()).isEqualTo("c2");
        assertThat(read("supervisor", "/awards/" + Samples.NUMBER).path("state").asText())
                .isEqualTo("ACTIVE");
        assertThat(read("supervisor", "/overdue").at("/items/0/usedPercent").asInt())
                .isEqualTo(120);
        assertThat(read("supervisor", "/duty?month=2026-11").path("month").asText())
                .isEqualTo("2026-11");
        JsonNode events = read("operator", "/events?after=4&limit=2");
        assertThat(events.path("next").asLong()).isEqualTo(11);
        JsonNode plugins = read("operator", "/plugins");
        assertThat(plugins.at("/items/0/name").asText()).isEqualTo("org.x.tax");
        assertThat(plugins.path("trustsUnsigned").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("notices and progress are for everyone, and progress speaks the reader's language")
    void publicPart() {
        JsonNode notices = read("", "/publicity/notices");
        assertThat(notices.at("/items/0/item").asText()).isEqualTo("n-1");
        assertThat(notices.at("/items/0/lines/0/text").asText()).isEqualTo("测*");

        String body = "{\"receipt\": \"7K3M9QX2TB4\", \"lastFour\": \"0014\"}";
        JsonNode progress = ApiServer.json(api.post("", "/progress", body));
        assertThat(progress.path("leftWorkingDays").asInt()).isEqualTo(37);
        assertThat(progress.path("stage").asText()).isEqualTo("VERIFICATION");
        assertThat(progress.path("text").asText()).startsWith("项目核查");
        assertThat(site.engine.lastAsked()).isEqualTo(List.of("7K3M9QX2TB4", "0014"));
        JsonNode english =
                ApiServer.json(api.send(api.posting("", "/progress", body).header("Accept-Language", "en")));
        assertThat(english.path("text").asText())
                .isNotEqualTo(progress.path("text").asText());

        HttpResponse<String> objection = api.post(
                "", "/publicity/notices/n-1/objections", "{\"name\": \"n\", \"contact\": \"c\", \"reasons\": \"r\"}");
        assertThat(objection.statusCode()).isEqualTo(201);
        assertThat(ApiServer.json(objection).path("id").asText()).isEqualTo("o-1");
        assertThat(site.engine.lastAsked()).isEqualTo(List.of("n-1", "n", "c", "r"));
    }

    @Test
    @DisplayName("an officer sees the own agency's inquiries, and answers per person")
    void inquiries() {
        assertThat(read("agency_officer", "/inquiries")
                        .at("/items/0/persons/m1/NAME")
                        .asText())
                .isEqualTo("测试甲");
        assertThat(site.engine.lastAsked()).isEqualTo(List.of("tax", "", 50));

        HttpResponse<String> answer = api.post("agency_officer", "/inquiries/i-1/finding", """
                {"answers": {
                   "m1": {"asOf": "2026-12-01", "facts": {"home.count": 1, "home.floorArea": "48.00",
                          "income.wageYear": 45000.5, "person.alive": true}},
                   "m2": {"asOf": "2026-12-01", "nothingOnRecord": true},
                   "m3": {"cannotAnswer": "register under repair"}},
                 "validUntil": "2027-02-28"}""");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(ApiServer.json(answer).path("outcome").asText()).isEqualTo("APPLIED");
        LocalDate day = LocalDate.of(2026, 12, 1);
        Answer facts = Answer.facts(day)
                .put(FactKey.HOME_COUNT, 1)
                .put(FactKey.HOME_FLOOR_AREA, FloorArea.of("48.00"))
                .put(FactKey.WAGE_YEAR, new Money(4_500_050))
                .put(FactKey.PERSON_ALIVE, true);
        assertThat(site.engine.lastAsked())
                .isEqualTo(List.of(
                        "i-1",
                        new Finding(
                                Map.of(
                                        "m1", facts,
                                        "m2", Answer.nothingOnRecord(day),
                                        "m3", Answer.cannotAnswer("register under repair")),
                                Optional.of(LocalDate.of(2027, 2, 28)))));
    }

    @Test
    @DisplayName("a finding with unknown facts, wrong units or nobody in it is told by place")
    void badFindings() {
        JsonNode body = ApiServer.json(
                api.post(
                        "agency_officer",
                        "/inquiries/i-1/finding",
                        "{\"answers\": {\"m1\": {\"asOf\": \"2026-02-30\", \"facts\": {\"home.cuont\": 1, \"home.count\": -1,"
                                + " \"income.wageYear\": 1.005, \"home.floorArea\": 1e999999999}}, \"m2\": {\"nothingOnRecord\": false}}}"));
        assertThat(body.findValuesAsText("pointer"))
                .containsExactly(
                        "/answers/m1/asOf",
                        "/answers/m1/facts/home.cuont",
                        "/answers/m1/facts/home.count",
                        "/answers/m1/facts/income.wageYear",
                        "/answers/m1/facts/home.floorArea",
                        "/answers/m2/asOf",
                        "/answers/m2/nothingOnRecord");
        assertThat(body.at("/errors/1/expected").asText()).isEqualTo("home.count");
        assertThat(ApiServer.json(api.post("agency_officer", "/inquiries/i-1/finding", "{\"answers\": {}}"))
                        .findValuesAsText("pointer"))
                .containsExactly("/answers");
    }

    @Test
    @DisplayName("a scan goes in as it is, bounded, and comes out again")
    void scans() {
        HttpResponse<String> in = api.send(api.as("window_clerk", ONE + "/documents?document=d1")
                .header("Content-Type", "application/pdf")
                .POST(BodyPublishers.ofString("%PDF-1.7")));
        assertThat(in.statusCode()).as(in.body()).isEqualTo(204);
        assertThat(site.engine.lastAsked()).isEqualTo(List.of(Samples.NUMBER, "d1", 8));

        HttpResponse<String> out = api.get("window_clerk", ONE + "/documents/d1");
        assertThat(out.body()).hasSize(3);
        assertThat(out.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(api.get("window_clerk", ONE + "/documents/d2").statusCode()).isEqualTo(404);

        HttpResponse<String> large = api.send(api.as("window_clerk", ONE + "/documents?document=d1")
                .header("Content-Type", "application/pdf")
                .POST(BodyPublishers.ofByteArray(new byte[Body.PAPER_LIMIT + 1])));
        assertThat(large.statusCode()).isEqualTo(413);
        HttpResponse<String> nameless = api.send(api.as("window_clerk", ONE + "/documents")
                .header("Content-Type", "application/pdf")
                .POST(BodyPublishers.ofString("%PDF-1.7")));
        assertThat(nameless.statusCode()).isEqualTo(400);
    }
}

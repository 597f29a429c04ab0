package org.onevisit.housing.host.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Stage;

class ApplicationsTest {
    private static final String CLERK = "window_clerk";

    private final FakeSite site = new FakeSite(false);
    private final ApiServer api = new ApiServer(site);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    @DisplayName(
            "an application that was received is 201 with its place, its revision, the receipt and what is missing")
    void submitting() {
        HttpResponse<String> answer =
                api.send(api.posting(CLERK, "/applications", "{\"any\": 1}").header("Idempotency-Key", "ruoyi-4711"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location"))
                .contains(api.at("/api/v1/applications/" + Samples.NUMBER).toString());
        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
        JsonNode body = ApiServer.json(answer);
        assertThat(body.path("number").asText()).isEqualTo(Samples.NUMBER.value());
        assertThat(body.path("receipt").asText()).isEqualTo("7K3M9QX2TB4");
        assertThat(body.path("routedTo").asText()).isEqualTo("330482001");
        assertThat(body.path("stage").asText()).isEqualTo("INTAKE");
        assertThat(body.path("step").asText()).isEqualTo("RECEIVED");
        assertThat(body.path("answerBy").path("day").asText()).isEqualTo("2026-12-04");
        assertThat(body.at("/makeGood/items/0/kind").asText()).isEqualTo("HOUSEHOLD_REGISTER");
        assertThat(body.at("/allowedActions/0/action").asText()).isEqualTo("ACCEPT");
        assertThat(site.engine.asked).containsExactly("{\"any\": 1}", List.of("submit", "ruoyi-4711"));
        assertThat(site.engine.actors.get(0).role()).isEqualTo(Role.WINDOW_CLERK);
    }

    @Test
    @DisplayName("check=true only tells what would be missing")
    void checking() {
        HttpResponse<String> answer = api.post(CLERK, "/applications?check=true", "{}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ApiServer.json(answer).at("/items/0/text").asText()).isEqualTo("户口簿");
        assertThat(site.engine.lastAsked()).isEqualTo("check");
    }

    @Test
    @DisplayName("a list takes its filters and gives a cursor")
    void listing() {
        HttpResponse<String> answer =
                api.get(CLERK, "/applications?stage=VERIFICATION&agency=tax&overdue=true&cursor=c1&limit=20");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode body = ApiServer.json(answer);
        assertThat(body.at("/items/0/number").asText()).isEqualTo(Samples.NUMBER.value());
        assertThat(body.at("/items/0/stage").asText()).isEqualTo("VERIFICATION");
        assertThat(body.path("next").asText()).isEqualTo("c2");
        assertThat(site.engine.lastAsked())
                .isEqualTo(List.of(Optional.of(Stage.VERIFICATION), Optional.of("tax"), true, "c1", 20));
    }

    @Test
    @DisplayName("one application carries its stage, its revision as ETag and the dossier in the form of a submission")
    void finding() {
        HttpResponse<String> answer = api.get(CLERK, "/applications/" + Samples.NUMBER);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode body = ApiServer.json(answer);
        assertThat(body.path("stage").asText()).isEqualTo("VERIFICATION");
        assertThat(body.path("revision").asLong()).isEqualTo(7);
        assertThat(body.at("/allowedActions/1/reason").asText()).isEqualTo("尚未进入联审");
        assertThat(body.at("/application/intake/receivedAt").asText()).isEqualTo("2026-11-27T15:20:00+08:00");
        assertThat(body.at("/application/household/members/0/identity/number").asText())
                .isEqualTo("330499199003070014");
        assertThat(body.at("/application/authorisations/1/as").asText()).isEqualTo("GUARDIAN");
        assertThat(body.at("/application/household/residence/division").asText())
                .isEqualTo("330482001");
    }

    @Test
    @DisplayName("a person is looked up by a number in the body")
    void searching() {
        HttpResponse<String> answer =
                api.post(CLERK, "/applications/search", "{\"residentId\": \"33049919850615002x\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(site.engine.lastAsked()).isEqualTo(ResidentId.parse("33049919850615002X"));
    }
}

package org.onevisit.housing.host.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private final FakeSite site = new FakeSite(false);
    private final ApiServer api = new ApiServer(site);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    @DisplayName("signing in gives a token, signing out takes it back")
    void session() {
        HttpResponse<String> in = api.post("", "/sessions", "{\"name\": \"supervisor\", \"password\": \"right\"}");
        assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
        assertThat(ApiServer.json(in).path("token").asText()).isEqualTo("supervisor");
        assertThat(ApiServer.json(in).path("expires").asText()).isEqualTo(FakeAccounts.EXPIRES.toString());
        assertThat(ApiServer.json(in).at("/actor/role").asText()).isEqualTo("SUPERVISOR");
        assertThat(in.headers().firstValue("Set-Cookie")).isEmpty();

        assertThat(api.send(api.as("supervisor", "/sessions").DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(api.get("supervisor", "/form").statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("a password that was for one time is changed while signing in")
    void newPassword() {
        HttpResponse<String> in = api.post(
                "", "/sessions", "{\"name\": \"operator\", \"password\": \"right\", \"newPassword\": \"fresh\"}");

        assertThat(in.statusCode()).isEqualTo(200);
        assertThat(site.accounts.changed).isEqualTo("fresh");
    }

    @Test
    @DisplayName("a wrong password is 401 and says no more")
    void wrongPassword() {
        HttpResponse<String> answer = api.post("", "/sessions", "{\"name\": \"supervisor\", \"password\": \"wrong\"}");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("wrong\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/applications",
                "/applications/x",
                "/applications/x/evidence",
                "/applications/x/journal",
                "/applications/x/explanation",
                "/applications/x/clock",
                "/applications/x/papers/receipt",
                "/applications/x/documents/d1",
                "/inquiries",
                "/form",
                "/overdue",
                "/duty?month=2026-11",
                "/awards",
                "/awards/x",
                "/events",
                "/plugins"
            })
    @DisplayName("without a valid token nothing but the public part answers")
    void closed(String path) {
        assertThat(api.get("", path).statusCode()).isEqualTo(401);
        assertThat(api.get("nobody", path).statusCode()).isEqualTo(401);
        assertThat(site.engine.asked).isEmpty();
    }

    @Test
    @DisplayName("events and plugins are for operators and supervisors")
    void hostViews() {
        for (String path : List.of("/events", "/plugins")) {
            assertThat(api.get("operator", path).statusCode()).isEqualTo(200);
            assertThat(api.get("supervisor", path).statusCode()).isEqualTo(200);
            assertThat(api.get("window_clerk", path).statusCode()).isEqualTo(403);
        }
    }

    @Test
    @DisplayName("outside a demo nobody can move the clock: there is no such path")
    void noDemo() {
        assertThat(api.post("operator", "/demo/advance", "{\"workingDays\": 1}").statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("in a demo the operator moves the clock")
    void demo() {
        FakeSite demoSite = new FakeSite(true);
        try (ApiServer demo = new ApiServer(demoSite)) {
            HttpResponse<String> answer = demo.post("operator", "/demo/advance", "{\"workingDays\": 3}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(ApiServer.json(answer).path("today").asText()).isEqualTo("2026-11-28");
            assertThat(demoSite.advanced).isEqualTo(3);

            assertThat(demo.post("window_clerk", "/demo/advance", "{\"workingDays\": 3}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(demo.post("operator", "/demo/advance", "{\"workingDays\": 0}")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    @DisplayName("progress is limited per receipt, whoever asks")
    void receiptLimit() {
        String body = "{\"receipt\": \"7K3M9QX2TB4\", \"lastFour\": \"0014\"}";
        for (int i = 0; i < 10; i++) {
            assertThat(api.post("", "/progress", body).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> answer = api.post("", "/progress", body.replace("7K3M", "7k3m"));
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 3600L);
        assertThat(api.post("", "/progress", body.replace("7K3M", "8K3M")).statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("progress is limited per address, whatever is asked for")
    void addressLimit() {
        for (int i = 0; i < 30; i++) {
            assertThat(api.post("", "/progress", "{\"receipt\": \"R" + i + "\", \"lastFour\": \"0014\"}")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(api.post("", "/progress", "{\"receipt\": \"R99\", \"lastFour\": \"0014\"}")
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    @DisplayName("objections are limited per address")
    void objectionLimit() {
        String body = "{\"name\": \"n\", \"contact\": \"c\", \"reasons\": \"r\"}";
        for (int i = 0; i < 10; i++) {
            assertThat(api.post("", "/publicity/notices/n-1/objections", body).statusCode())
                    .isEqualTo(201);
        }
        assertThat(api.post("", "/publicity/notices/n-1/objections", body).statusCode())
                .isEqualTo(429);
    }
}

package org.onevisit.housing.host.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.process.Action;
import org.onevisit.housing.process.Command;

class ActionsTest {
    private static final FakeSite SITE = new FakeSite(false);
    private static final ApiServer API = new ApiServer(SITE);
    private static final String SIGNED = """
            {"member": "m3", "purpose": "HOUSING_SECURITY_VERIFICATION", "signedBy": "m1", "as": "GUARDIAN",
             "signedOn": "2026-11-27", "document": "d4"}""";
    private static final Authorisation SIGNATURE = new Authorisation(
            "m3", Authorisation.HOUSING_SECURITY_VERIFICATION, "m1", LocalDate.of(2026, 11, 27), "d4");

    @BeforeEach
    void forget() {
        SITE.engine.asked.clear();
    }

    @AfterAll
    static void stop() {
        API.close();
    }

    static Stream<Arguments> actions() {
        return Stream.of(
                Arguments.of("accept", "", new Command.Accept()),
                Arguments.of("request-make-good", "{}", new Command.RequestMakeGood()),
                Arguments.of(
                        "make-good",
                        "{\"documents\": [{\"id\": \"d5\", \"kind\": \"ID_CARD\", \"members\": [\"m1\"],"
                                + " \"originalSeenBy\": \"zhang-7\"}], \"authorisations\": [" + SIGNED + "]}",
                        new Command.MakeGood(
                                List.of(new Document("d5", "ID_CARD", List.of("m1"), Optional.of("zhang-7"))),
                                List.of(SIGNATURE))),
                Arguments.of(
                        "decline",
                        "{\"reason\": \"NOT_COMPETENT\", \"text\": \"t\"}",
                        new Command.Decline("NOT_COMPETENT", "t")),
                Arguments.of(
                        "authorise",
                        "{\"authorisations\": [" + SIGNED + "]}",
                        new Command.Authorise(List.of(SIGNATURE))),
                Arguments.of(
                        "revoke-authorisation",
                        "{\"member\": \"m1\", \"purpose\": \"HOUSING_SECURITY_VERIFICATION\", \"reasons\": \"r\"}",
                        new Command.RevokeAuthorisation("m1", "HOUSING_SECURITY_VERIFICATION", "r")),
                Arguments.of("endorse", "{\"reasons\": \"r\"}", new Command.Endorse("r")),
                Arguments.of("oppose", "{\"reasons\": \"r\"}", new Command.Oppose("r")),
                Arguments.of(
                        "recheck",
                        "{\"checks\": [\"tax\"], \"reasons\": \"r\"}",
                        new Command.Recheck(Set.of("tax"), "r")),
                Arguments.of(
                        "vote",
                        "{\"choice\": \"APPROVE\", \"reasons\": \"r\"}",
                        new Command.Vote(Command.Vote.Choice.APPROVE, "r")),
                Arguments.of(
                        "dismiss-objection",
                        "{\"objection\": \"o-1\", \"reasons\": \"r\"}",
                        new Command.DismissObjection("o-1", "r")),
                Arguments.of(
                        "uphold-objection",
                        "{\"objection\": \"o-1\", \"reasons\": \"r\"}",
                        new Command.UpholdObjection("o-1", "r")),
                Arguments.of("reconsider", "{\"reasons\": \"r\"}", new Command.Reconsider("r")),
                Arguments.of("pause", "{\"reason\": \"HEARING\", \"text\": \"t\"}", new Command.Pause("HEARING", "t")),
                Arguments.of("resume", "", new Command.Resume()),
                Arguments.of("extend", "{\"reasons\": \"r\"}", new Command.Extend("r")),
                Arguments.of("withdraw", "{\"reasons\": \"r\"}", new Command.Withdraw("r")),
                Arguments.of(
                        "discontinue",
                        "{\"cause\": \"DEATH\", \"reasons\": \"r\"}",
                        new Command.Discontinue(Command.Discontinue.Cause.DEATH, "r")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("actions")
    @DisplayName("each action becomes its command")
    void commands(String slug, String body, Command command) {
        HttpResponse<String> answer = API.post("window_clerk", path(slug), body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(SITE.engine.lastAsked()).isEqualTo(List.of(Samples.NUMBER, command, "", OptionalLong.empty()));
    }

    @Test
    @DisplayName("every action on an application is tried here")
    void complete() {
        Set<String> tried = new java.util.TreeSet<>(Set.of("amend"));
        actions().forEach(arguments -> tried.add((String) arguments.get()[0]));

        assertThat(tried).hasSize(19);
        assertThat(ApplicationResource.ACTIONS.stream().map(Action::slug)).containsExactlyInAnyOrderElementsOf(tried);
    }

    @Test
    @DisplayName("amend reads the dossier as a submission is read")
    void amending() {
        HttpResponse<String> answer =
                API.post("window_clerk", path("amend"), "{\"application\": {\"a\": [1.50]}, \"reasons\": \"r\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(SITE.engine.asked.get(0)).isEqualTo("{\"a\":[1.50]}");
        assertThat(((List<?>) SITE.engine.lastAsked()).get(1)).isInstanceOf(Command.Amend.class);
    }

    @Test
    @DisplayName("key and revision are handed on")
    void keyAndRevision() {
        API.send(API.posting("window_clerk", path("accept"), "{}")
                .header("Idempotency-Key", "k-1")
                .header("If-Match", "\"6\""));

        assertThat(SITE.engine.lastAsked())
                .isEqualTo(List.of(Samples.NUMBER, new Command.Accept(), "k-1", OptionalLong.of(6)));
    }

    @Test
    @DisplayName("an award takes its three actions and no other")
    void awards() {
        Map<String, String> bodies = Map.of(
                "file-review", "{\"authorisations\": [" + SIGNED + "]}",
                "report-change", "{\"application\": {}, \"reasons\": \"r\"}",
                "end", "{\"reasons\": \"r\"}");
        bodies.forEach((slug, body) -> assertThat(
                        API.post("window_clerk", "/awards/" + Samples.NUMBER + "/actions/" + slug, body)
                                .statusCode())
                .as(slug)
                .isEqualTo(200));
        assertThat(API.post("window_clerk", "/awards/" + Samples.NUMBER + "/actions/accept", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(API.post("window_clerk", path("end"), "{\"reasons\": \"r\"}").statusCode())
                .isEqualTo(404);
    }

    private static String path(String slug) {
        return "/applications/" + Samples.NUMBER + "/actions/" + slug;
    }
}

package org.onevisit.housing.intake.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException.FieldError;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.spi.policy.ProcessRules;
import org.onevisit.housing.view.FormView;

/** From what was typed to a submission, and from its errors back to the fields. */
class SubmissionTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-27T07:20:00.123Z");
    private final Map<String, String[]> typed = new HashMap<>();

    @Test
    @DisplayName("fields land where their names point, blanks are left out")
    void fieldsLandWhereTheyPoint() throws IOException {
        type("members", "2");
        type("/contact/mobile", " 13800000000 ");
        type("/household/residence/division", "330482001");
        type("/household/members/1/name", "测试乙");
        type("/household/members/1/relation", "SPOUSE");
        type("/household/members/1/register/since", "");
        JsonNode json = submission();
        assertThat(json.at("/contact/mobile").asText()).isEqualTo("13800000000");
        assertThat(json.at("/household/residence/division").asText()).isEqualTo("330482001");
        assertThat(json.at("/household/members")).hasSize(2);
        assertThat(json.at("/household/members/0/relation").asText()).isEqualTo("SELF");
        assertThat(json.at("/household/members/1/relation").asText()).isEqualTo("SPOUSE");
        assertThat(json.at("/household/members/1/register").has("since")).isFalse();
        assertThat(json.at("/intake/receivedAt").asText()).isEqualTo("2026-11-27T15:20+08:00");
        assertThat(json.at("/intake/window").asText()).isEqualTo("citywide");
    }

    @Test
    @DisplayName("papers name whom they are about, and the clerk who saw the original")
    void papers() throws IOException {
        type("members", "2");
        type("doc.ID_CARD.m1", "1");
        type("doc.ID_CARD.m2", "1");
        type("seen.ID_CARD", "1");
        type("doc.APPLICATION_FORM", "1");
        JsonNode documents = submission().at("/documents");
        assertThat(documents).hasSize(2);
        assertThat(documents.at("/0/members").toString()).isEqualTo("[\"m1\",\"m2\"]");
        assertThat(documents.at("/0/originalSeenBy").asText()).isEqualTo("zhang-7");
        assertThat(documents.at("/1").has("members")).isFalse();
        assertThat(documents.at("/1").has("originalSeenBy")).isFalse();
    }

    @Test
    @DisplayName("a guardian signs for a minor, and a signature brings along the form that it stands on")
    void signatures() throws IOException {
        type("members", "2");
        type("/household/members/1/guardian", "m1");
        type("sign.m1", "1");
        type("sign.m2", "1");
        JsonNode json = submission();
        assertThat(json.at("/documents/0/kind").asText()).isEqualTo("ECONOMIC_STATUS_INQUIRY_FORM");
        assertThat(json.at("/authorisations/0/signedBy").asText()).isEqualTo("m1");
        assertThat(json.at("/authorisations/0").has("as")).isFalse();
        assertThat(json.at("/authorisations/1/signedBy").asText()).isEqualTo("m1");
        assertThat(json.at("/authorisations/1/as").asText()).isEqualTo("GUARDIAN");
        assertThat(json.at("/authorisations/1/signedOn").asText()).isEqualTo("2026-11-27");
        assertThat(json.at("/authorisations/1/document").asText()).isEqualTo("d1");
    }

    @Test
    @DisplayName("names that the form does not have change nothing")
    void foreignNames() throws IOException {
        type("/intake/window", "elsewhere");
        type("/household/members/9/name", "x");
        JsonNode json = submission();
        assertThat(json.at("/intake/window").asText()).isEqualTo("citywide");
        assertThat(json.at("/household/members")).hasSize(1);
    }

    @Test
    @DisplayName("an error finds its field, an error of an object the first field in it, another the top of the page")
    void errorsFindTheirFields() {
        EntryForm form = form();
        List<EntryForm.Problem> problems = form.mark(
                List.of(error("/household/members/0/name"), error("/household/residence"), error("/documents/0")),
                false);
        assertThat(problems)
                .extracting(EntryForm.Problem::field)
                .containsExactly("f-household-members-0-name", "f-household-residence-division", "");
        assertThat(form.memberFields().get(0).get(0).errors()).containsExactly("错。改");
    }

    @Test
    @DisplayName("members are added and dropped, one to twelve")
    void members() {
        type("members", "12");
        type("add", "1");
        assertThat(form().size()).isEqualTo(12);
        typed.remove("add");
        type("less", "1");
        assertThat(form().size()).isEqualTo(11);
        type("members", "1");
        assertThat(form().size()).isEqualTo(1);
        type("members", "many");
        assertThat(form().size()).isEqualTo(1);
    }

    @Test
    @DisplayName("a window whose code has the wrong shape is refused, with the place to correct it")
    void windowCodes() {
        assertThat(new WindowChannel("community-3", "第三社区").profile().window()).isEqualTo("community-3");
        assertThatThrownBy(() -> new WindowChannel("Window 3", "三"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("org.onevisit.housing.intake.window");
    }

    private void type(String name, String value) {
        typed.put(name, new String[] {value});
    }

    private JsonNode submission() throws IOException {
        Actor clerk = Actor.officer("zhang-7", Role.WINDOW_CLERK, Division.of("330482"), "citywide");
        return new ObjectMapper().readTree(Submission.json(form(), clerk, "citywide", RECEIVED));
    }

    private EntryForm form() {
        return new EntryForm(typed, asked(), LocalDate.of(2026, 11, 27));
    }

    private static FormView asked() {
        return new FormView(
                "pinghu 2026.1",
                Division.of("330482"),
                "平湖市",
                List.of(),
                List.of(
                        new ProcessRules.DocumentRule("ID_CARD", "身份证", true, true),
                        new ProcessRules.DocumentRule("APPLICATION_FORM", "住房保障申请表", false, true),
                        new ProcessRules.DocumentRule("ECONOMIC_STATUS_INQUIRY_FORM", "经济状况核对申请表", false, true)),
                List.of(Authorisation.HOUSING_SECURITY_VERIFICATION),
                List.of(),
                ProcessRules.Limits.LAW,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static FieldError error(String pointer) {
        return new FieldError(
                pointer, ErrorCode.MISSING_FIELD, "错", "wrong", "改", "correct it", Optional.empty(), Optional.empty());
    }
}

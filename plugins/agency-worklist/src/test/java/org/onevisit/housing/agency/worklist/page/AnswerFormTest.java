package org.onevisit.housing.agency.worklist.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.view.InquiryView;

/** From what an officer typed to a finding. */
class AnswerFormTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private final Map<String, String[]> typed = new HashMap<>();

    @Test
    @DisplayName("each person has the wanted facts about persons, the household its own, last")
    void subjects() {
        assertThat(form().subjects()).extracting(AnswerForm.Subject::id).containsExactly("p1", "p2", "household");
        assertThat(form().subjects().get(2).facts())
                .extracting(AnswerForm.FactField::key)
                .containsExactly(FactKey.RENT_MONTHLY);
    }

    @Test
    @DisplayName(
            "facts, nothing on record and cannot answer become the three kinds of answer; who is left empty stays unanswered")
    void threeKinds() {
        type("p1|home.signedContracts", "0");
        type("kind|p2", "nothing");
        type("kind|household", "cannot");
        type("reason|household", "系统维护");
        assertThat(form().finding()).hasValueSatisfying(finding -> {
            assertThat(finding.answers().get("p1"))
                    .isEqualTo(Answer.facts(TODAY).put(FactKey.HOME_SIGNED_CONTRACTS, 0));
            assertThat(finding.answers().get("p2")).isEqualTo(Answer.nothingOnRecord(TODAY));
            assertThat(finding.answers().get("household")).isEqualTo(Answer.cannotAnswer("系统维护"));
        });
        typed.remove("kind|p2");
        assertThat(form().finding())
                .hasValueSatisfying(f -> assertThat(f.answers()).doesNotContainKey("p2"));
    }

    @Test
    @DisplayName("money is read to the fen")
    void money() {
        type("household|lease.rentMonthly", "1200.50");
        assertThat(form().finding())
                .hasValueSatisfying(f -> assertThat(f.answers().get("household"))
                        .isEqualTo(Answer.facts(TODAY).put(FactKey.RENT_MONTHLY, new Money(120_050))));
    }

    @Test
    @DisplayName("what cannot be read is told at its field, and nothing is sent")
    void errors() {
        type("p1|home.signedContracts", "many");
        type("kind|p2", "cannot");
        type("asOf", "2026-11-25");
        AnswerForm form = form();
        assertThat(form.finding()).isEmpty();
        assertThat(form.errors())
                .containsEntry("p1|home.signedContracts", "error.COUNT")
                .containsEntry("reason|p2", "error.reason")
                .containsEntry("asOf", "error.asOf");
        assertThat(form.subjects().get(0).facts().get(0).value()).isEqualTo("many");
    }

    @Test
    @DisplayName("an empty form is no answer")
    void nothing() {
        AnswerForm form = form();
        assertThat(form.finding()).isEmpty();
        assertThat(form.errors()).containsValue("error.nothing");
    }

    private void type(String name, String value) {
        typed.put(name, new String[] {value});
    }

    private AnswerForm form() {
        Map<String, Map<String, String>> persons = new LinkedHashMap<>();
        persons.put("p1", Map.of("NAME", "测试甲"));
        persons.put("p2", Map.of("NAME", "测试乙"));
        return new AnswerForm(
                new InquiryView(
                        "q-1",
                        ApplicationNumber.of("330482-20261102-000001"),
                        "housing",
                        "housing",
                        Instant.parse("2026-11-20T01:00:00Z"),
                        new Deadline(LocalDate.of(2026, 11, 27), false),
                        persons,
                        new LinkedHashSet<>(List.of(FactKey.HOME_SIGNED_CONTRACTS, FactKey.RENT_MONTHLY))),
                typed,
                TODAY);
    }
}

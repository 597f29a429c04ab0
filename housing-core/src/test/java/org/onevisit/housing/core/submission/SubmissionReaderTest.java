package org.onevisit.housing.core.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.HousingException.FieldError;

class SubmissionReaderTest {
    private String sample;

    @BeforeEach
    void readSample() throws Exception {
        try (InputStream file = SubmissionReaderTest.class.getResourceAsStream("sample.json")) {
            sample = new String(file.readAllBytes(), UTF_8);
        }
    }

    @Test
    @DisplayName("the sample of the guide is read as it says")
    void theSampleIsRead() {
        Application application = read(sample);
        assertThat(application.applicantMember().id()).isEqualTo("m1");
        assertThat(application.intake().receivedAt()).isEqualTo(Instant.parse("2026-11-27T07:20:00Z"));
        assertThat(application.household().members())
                .extracting(Member::guardian)
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of("m1"));
        assertThat(application.documents()).extracting(Document::id).containsExactly("d1", "d2", "d3", "d4");
        assertThat(application.authorisations()).hasSize(3);
    }

    @Test
    @DisplayName(
            "every error is listed, in the order of the document, with rule, expectation and cure in both languages")
    void everyErrorIsListed() {
        List<FieldError> errors = errors(sample.replace("330499198812310028", "330499198812310029")
                .replace("\"guardian\": \"m1\",", "")
                .replace("\"documents\"", "\"membres\": 1, \"documents\""));
        assertThat(errors)
                .extracting(e -> e.pointer() + " " + e.code().code())
                .containsExactly(
                        "/household/members/1/identity/number HS-0111",
                        "/household/members/2/guardian HS-0124",
                        "/membres HS-0102");
        assertThat(errors.get(0).rule()).contains("GB 11643");
        assertThat(errors.get(0).message()).isEqualTo("身份证号校验位不符");
        assertThat(errors.get(0).cure()).isEqualTo("对照证件重新录入第 18 位；末位为 X 时请保留");
        assertThat(errors.get(0).messageEn()).isEqualTo("the check digit of the identity number does not fit");
        assertThat(errors.get(1).cureEn()).isEqualTo("write the id of an adult member of the household");
    }

    @Test
    @DisplayName("a misspelt field is one error, at the field, with the name that was meant")
    void aMisspeltFieldIsOneError() {
        FieldError error = only(sample.replace("\"members\": [\n", "\"membres\": [\n"));
        assertThat(error.pointer()).isEqualTo("/household/membres");
        assertThat(error.expected()).contains("members");
        assertThat(error.cure()).isEqualTo("是否应为 members？");
    }

    @ParameterizedTest(name = "{0} → {1}: {2} {3}")
    @DisplayName("a broken text is named with its place")
    @CsvSource(delimiter = '|', textBlock = """
        "13800000000"                       | "23800000000"              | /contact/mobile                        | HS-0106
        "13800000000"                       | 13800000000                | /contact/mobile                        | HS-0104
        "330499199003070014"                | "33049919900307001"        | /household/members/0/identity/number   | HS-0112
        "330499199003070014"                | "330499199002300011"       | /household/members/0/identity/number   | HS-0113
        "340826"                            | "3408"                     | /household/members/1/register/division | HS-0115
        "2015-06-01"                        | "2015-6-1"                 | /household/members/0/register/since    | HS-0114
        "2015-06-01"                        | "2026-11-28"               | /household/members/0/register/since    | HS-0114
        "2026-11-27T15:20:00+08:00"         | "2026-11-27T15:20:00"      | /intake/receivedAt                     | HS-0114
        "2026-11-27T15:20:00+08:00"         | "2026-11-27T16:06:00+08:00" | /intake/receivedAt                    | HS-0114
        "2026-11-27T15:20:00+08:00"         | "2026-10-26T15:20:00+08:00" | /intake/receivedAt                    | HS-0114
        "APPLICATION_FORM"                  | "TAX_FORM"                 | /documents/2/kind                      | HS-0105
        "m1", "as": "GUARDIAN"              | "m2", "as": "GUARDIAN"     | /authorisations/2/signedBy             | HS-0125
        "SPOUSE"                            | "SELF"                     | /household/members/1/relation          | HS-0123
        "applicant": "m1"                   | "applicant": "m2"          | /applicant                             | HS-0123
        "applicant": "m1"                   | "applicant": "m4"          | /applicant                             | HS-0122
        """)
    void aBrokenTextIsNamed(String was, String becomes, String pointer, String code) {
        FieldError error = only(sample.replaceFirst(Pattern.quote(was), becomes));
        assertThat(error.pointer() + " " + error.code().code()).isEqualTo(pointer + " " + code);
    }

    @Test
    @DisplayName("a text that is not JSON is refused with line and column")
    void notJson() {
        FieldError error = only("{\n  \"programme\": 'x'}");
        assertThat(error.code()).isEqualTo(ErrorCode.NOT_JSON);
        assertThat(error.pointer()).isEmpty();
        assertThat(error.messageEn()).endsWith("line and column 2:16");
        assertThat(only("").code()).isEqualTo(ErrorCode.NOT_JSON);
        assertThat(only(sample + "x").code()).isEqualTo(ErrorCode.NOT_JSON);
        assertThat(only("[".repeat(100_000)).code()).isEqualTo(ErrorCode.NOT_JSON);
        assertThat(only("[]").code()).isEqualTo(ErrorCode.WRONG_TYPE);
    }

    @Test
    @DisplayName("more than a megabyte is not looked at")
    void tooLarge() {
        HousingException refusal =
                catchThrowableOfType(HousingException.class, () -> read(" ".repeat(SubmissionReader.LARGEST) + sample));
        assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_LARGE);
        assertThat(read(" ".repeat(SubmissionReader.LARGEST - sample.getBytes(UTF_8).length) + sample))
                .isNotNull();
    }

    @Test
    @DisplayName("a flood of unknown fields is answered without a flood of text in each, in good time")
    void aFloodIsAnswered() {
        String flood = IntStream.range(0, 60_000)
                .mapToObj(i -> "\"f" + i + "\":0")
                .collect(Collectors.joining(",", sample.replaceFirst("}\\s*$", ","), "}"));
        assertThat(errors(flood)).hasSize(60_000);
        FieldError error = only(sample.replaceFirst("}\\s*$", ",\"" + "/\\\\u0007~".repeat(60_000) + "\":0}"));
        assertThat(error.pointer()).hasSizeLessThan(400).startsWith("/~1");
    }

    @Test
    @DisplayName("an unknown name is shortened and escaped in its pointer")
    void namesAreEscaped() {
        FieldError error = only(sample.replaceFirst("\\{", "{\"a/b~c\\\\u0000\\\\u202e<\": 1,"));
        assertThat(error.pointer()).isEqualTo("/a~1b~0c\\u0000\\u202e<");
    }

    @Test
    @DisplayName("who turns eighteen on the day of receipt needs no guardian; who does so a day later needs one")
    void ageIsThatOfTheDayOfReceipt() {
        String born = "3304992008112700";
        String grown = sample.replace("330499201602290035", withCheckDigit(born + "3"))
                .replace("\"guardian\": \"m1\",", "")
                .replace("\"signedBy\": \"m1\", \"as\": \"GUARDIAN\"", "\"signedBy\": \"m3\"");
        assertThat(read(grown)).isNotNull();
        assertThat(errors(grown.replace("2026-11-27T15", "2026-11-26T15").replace("\"2026-11-27\"", "\"2026-11-26\"")))
                .extracting(FieldError::pointer)
                .containsExactly("/household/members/2/guardian", "/authorisations/2/signedBy");
    }

    @Test
    @DisplayName("the same person with 15 and 18 digits is the same person")
    void samePersonInTwoForms() {
        FieldError error = only(sample.replace("330499198812310028", "330499900307001"));
        assertThat(error.pointer()).isEqualTo("/household/members/1/identity/number");
        assertThat(error.code()).isEqualTo(ErrorCode.DUPLICATE_ENTRY);
    }

    private static String withCheckDigit(String seventeen) {
        return seventeen + ResidentId.checkDigit(seventeen);
    }

    private static Application read(String json) {
        return new SubmissionReader()
                .read(json, SubmissionGenerator.NOW, SubmissionGenerator.COUNTY, SubmissionGenerator.RULES);
    }

    private static List<FieldError> errors(String json) {
        HousingException refusal = catchThrowableOfType(HousingException.class, () -> read(json));
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED_SUBMISSION);
        return refusal.errors();
    }

    private static FieldError only(String json) {
        List<FieldError> errors = errors(json);
        assertThat(errors).as("errors").hasSize(1);
        return errors.get(0);
    }
}

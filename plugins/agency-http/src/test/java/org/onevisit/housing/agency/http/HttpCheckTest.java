package org.onevisit.housing.agency.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onevisit.housing.process.Blame;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.spi.verification.Reply;
import org.onevisit.housing.testkit.verification.KitInquiry;
import org.onevisit.housing.testkit.verification.KitPerson;
import org.onevisit.housing.testkit.verification.KitPickup;

class HttpCheckTest {
    private static final String JSON = "application/json";
    private final FakeAgencyServer agency;
    private final Map<String, Object> settings = new HashMap<>();

    HttpCheckTest() throws IOException {
        agency = new FakeAgencyServer();
        settings.putAll(Map.of(
                "check",
                "homes",
                "agency",
                "real-estate",
                "url",
                agency.url(),
                "supplies",
                new String[] {"home.count", "home.floorArea", "lease.rentMonthly"},
                "needs",
                new String[] {"RESIDENT_ID"}));
    }

    @AfterEach
    void close() {
        agency.close();
    }

    private HttpCheck check() {
        return new HttpCheck(FakeConfig.of(settings));
    }

    private KitInquiry inquiry() {
        return KitInquiry.of(check().profile()).persons(2).build();
    }

    @Test
    @DisplayName("an inquiry carries its key, its people's declared fields and no others")
    void sendsWhatIsDeclared() {
        KitInquiry inquiry = inquiry();
        check().check(inquiry.again("T1"));
        JsonNode sent = agency.question(inquiry.id());
        assertThat(sent.get("ticket").textValue()).isEqualTo("T1");
        assertThat(sent.get("dueBy").textValue()).isEqualTo("2025-01-16");
        assertThat(sent.get("persons").get(1).get("id").textValue()).isEqualTo("m2");
        assertThat(sent.get("persons").get(1).get("fields").properties().stream()
                        .map(Map.Entry::getKey))
                .containsExactly("RESIDENT_ID");
        assertThat(agency.lastHeaders().getFirst("Authorization")).isNull();
    }

    @Test
    @DisplayName("the secret is sent as a bearer token")
    void sendsTheSecret(@TempDir Path folder) throws IOException {
        settings.put(
                "secretFile",
                Files.writeString(folder.resolve("token"), "s3cret\n").toString());
        check().check(inquiry());
        assertThat(agency.lastHeaders().getFirst("Authorization")).isEqualTo("Bearer s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON",
                "[]",
                "{}",
                "{\"answers\":{}}",
                "{\"answers\":{\"m1\":{}}} trailing",
                "{\"answers\":{\"m1\":{}}}",
                "{\"answers\":{\"m1\":null}}",
                "{\"answers\":{\"m1\":{\"asOf\":\"2025-01-02\",\"facts\":[]}}}",
                "{\"answers\":{\"m1\":{\"asOf\":\"2025-01-02\",\"facts\":{\"home.cout\":\"1\"}}}}",
                "{\"answers\":{\"m1\":{\"asOf\":\"2025-01-02\",\"facts\":{\"home.count\":1}}}}",
                "{\"answers\":{\"m1\":{\"asOf\":\"2025-01-02\",\"facts\":{\"home.count\":\"-1\"}}}}",
                "{\"answers\":{\"m1\":{\"asOf\":\"2025-01-02\",\"facts\":{\"home.count\":\"1.5\"}}}}",
                "{\"answers\":{\"m1\":{\"asOf\":\"2025-01-02\",\"facts\":{\"home.floorArea\":\"80 m2\"}}}}",
                "{\"answers\":{\"m1\":{\"asOf\":\"2025-01-02\",\"facts\":{\"home.floorArea\":\"80.125\"}}}}",
                "{\"answers\":{\"m1\":{\"asOf\":\"2025-01-02\",\"facts\":{\"lease.rentMonthly\":\"900\"}}}}",
                "{\"answers\":{\"household\":{\"asOf\":\"2025-01-02\",\"facts\":{\"home.count\":\"1\"}}}}",
                "{\"answers\":{\"m1\":{\"asOf\":\"2025-01-03\",\"facts\":{\"home.count\":\"1\"}}}}",
                "{\"answers\":{\"m1\":{\"asOf\":\"02.01.2025\",\"facts\":{\"home.count\":\"1\"}}}}",
                "{\"answers\":{\"m1\":{\"facts\":{\"home.count\":\"1\"}}}}",
                "{\"answers\":{\"m1\":{\"nothingOnRecord\":\"2025-01-03\"}}}",
                "{\"answers\":{\"m1\":{\"nothingOnRecord\":\"2025-01-02\",\"facts\":{}}}}",
                "{\"answers\":{\"m3\":{\"nothingOnRecord\":\"2025-01-02\"}}}",
                "{\"answers\":{\"m1\":{\"nothingOnRecord\":\"2025-01-02\"},\"m1\":{\"nothingOnRecord\":\"2025-01-01\"}}}",
                "{\"answers\":{\"m1\":{\"cannotAnswer\":\"NUMBER is unknown here\"}}}",
                "{\"answers\":{\"m1\":{\"nothingOnRecord\":\"2025-01-02\"}},\"validUntil\":\"never\"}"
            })
    @DisplayName("an answer that breaks the format is an exception that blames the agency and repeats nothing")
    void badAnswersAreRefused(String body) {
        String number = KitPerson.number(0).field(MemberField.RESIDENT_ID);
        agency.says(200, JSON, body.replace("NUMBER", number));
        assertThatThrownBy(() -> check().check(inquiry()))
                .isInstanceOfSatisfying(
                        HousingException.class, e -> assertThat(e.blame()).isEqualTo(Blame.AGENCY))
                .hasMessageContainingAll("real-estate", "expected")
                .hasMessageNotContaining(number)
                .hasMessageNotContaining("cout")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"ticket\":\"\",\"expectedBy\":\"2025-01-09\"}",
                "{\"ticket\":7,\"expectedBy\":\"2025-01-09\"}",
                "{\"ticket\":\"T1\"}",
                "{\"ticket\":\"T1\",\"expectedBy\":\"2025-01-01\"}",
                "{\"ticket\":\"NUMBER\",\"expectedBy\":\"2025-01-09\"}"
            })
    @DisplayName("a promise without ticket, without day, of a past day or with an identity number is refused")
    void badPromisesAreRefused(String body) {
        String number = KitPerson.number(1).field(MemberField.RESIDENT_ID);
        agency.says(202, JSON, body.replace("NUMBER", number));
        assertThatThrownBy(() -> check().check(inquiry()))
                .isInstanceOf(HousingException.class)
                .hasMessageNotContaining(number);
    }

    @ParameterizedTest
    @CsvSource({
        "500, text/plain, oops, 500",
        "503, text/plain, oops, 503",
        "404, text/plain, oops, 404",
        "429, text/plain, oops, 429",
        "302, text/plain, oops, 302",
        "204, application/json, '', 204",
        "200, text/html, <p>sign in</p>, content type",
        "200, application/jsonx, {}, content type"
    })
    @DisplayName("a status or content type of no answer means that the agency is out of reach")
    void noAnswerIsUnreachable(int status, String type, String body, String told) {
        agency.says(status, type, body);
        assertThatThrownBy(() -> check().check(inquiry()))
                .isInstanceOf(AgencyUnreachableException.class)
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 409, 422})
    @DisplayName("a refusal is an exception with its status, and no news of being out of reach")
    void refusalsAreTold(int status) {
        agency.says(status, JSON, "{}");
        assertThatThrownBy(() -> check().check(inquiry()))
                .isInstanceOfSatisfying(
                        HousingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.AGENCY_UNREACHABLE))
                .hasMessageContaining("HTTP status " + status);
    }

    @Test
    @DisplayName("no more than a megabyte is read")
    void longAnswersAreNotRead() {
        agency.says(200, JSON, "{\"answers\":\"" + "x".repeat(Transport.LONGEST_BODY) + "\"}");
        assertThatThrownBy(() -> check().check(inquiry()))
                .isInstanceOf(AgencyUnreachableException.class)
                .hasMessageContaining("longer than");
    }

    @Test
    @DisplayName("an answer that does not end in time, or breaks off, is none")
    void halfAnswersAreNone() {
        agency.hangs();
        settings.put("callTimeoutSeconds", 1);
        assertThatThrownBy(() -> check().check(inquiry()))
                .isInstanceOf(AgencyUnreachableException.class)
                .hasMessageContaining("no answer within 1 seconds");
        agency.breaksOff();
        Throwable thrown = catchThrowable(() -> check().check(inquiry()));
        assertThat(thrown).isInstanceOf(AgencyUnreachableException.class).hasNoCause();
    }

    @Test
    @DisplayName("nothing is fetched unless polling is configured, and a round ends when the agency is down")
    void fetchesWhenConfigured() {
        agency.promises();
        Reply.Later later = (Reply.Later) check().check(inquiry());
        agency.keepsPromises();
        KitPickup pickup = new KitPickup(List.of("T/unknown ?#", later.ticket()));
        check().collect(pickup);
        assertThat(pickup.delivered()).isEmpty();
        settings.put("polls", true);
        check().collect(pickup);
        assertThat(pickup.delivered()).containsOnlyKeys(later.ticket());
        agency.close();
        KitPickup next = new KitPickup(List.of(later.ticket()));
        check().collect(next);
        assertThat(next.delivered()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "check, No Code, check",
        "url, ftp://example.org/, url",
        "url, http://example.org/?a=b, url",
        "url, http://me:pw@example.org/, url",
        "url, 'not an address', url",
        "secretFile, /no/such/file, secretFile"
    })
    @DisplayName("a configuration that cannot work is refused with the setting and the file to correct")
    void badSettingsAreRefused(String setting, String value, String told) {
        settings.put(setting, value);
        assertThatThrownBy(this::check)
                .isInstanceOfSatisfying(
                        HousingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REFUSED_MODULE))
                .hasMessageContainingAll(told, "expected", "etc/org.onevisit.housing.agency.http~")
                .hasMessageNotContaining("pw");
    }

    @Test
    @DisplayName("lists and figures outside their limits are refused")
    void badListsAreRefused() {
        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of("supplies", new String[0]),
                Map.of("supplies", new String[] {"home.cout"}),
                Map.of("supplies", new String[] {"x-330482.boat:LENGTH:PERSON"}),
                Map.of("needs", new String[] {"SHOE_SIZE"}),
                Map.of("needs", new String[0]),
                Map.of("callTimeoutSeconds", 121),
                Map.of("callsAtOnce", 0))) {
            Map<String, Object> changed = new HashMap<>(settings);
            changed.putAll(bad);
            assertThatThrownBy(() -> new HttpCheck(FakeConfig.of(changed))).isInstanceOf(HousingException.class);
        }
    }
}

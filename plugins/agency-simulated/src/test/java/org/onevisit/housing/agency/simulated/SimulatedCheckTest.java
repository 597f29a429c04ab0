package org.onevisit.housing.agency.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onevisit.housing.model.Fact;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.spi.verification.Reply;
import org.onevisit.housing.testkit.verification.KitInquiry;
import org.onevisit.housing.testkit.verification.KitPerson;
import org.onevisit.housing.testkit.verification.KitPickup;

class SimulatedCheckTest {
    private final Map<String, Object> settings = new HashMap<>(
            Map.of("check", "homes", "supplies", new String[] {"home.count", "home.floorArea", "lease.rentMonthly"}));
    private LocalDate today = KitInquiry.TODAY;

    private SimulatedCheck check() {
        Clock clock = Clock.fixed(today.atStartOfDay(WorkCalendar.ZONE).toInstant(), WorkCalendar.ZONE);
        return new SimulatedCheck(FakeConfig.of(settings), clock);
    }

    private static Finding now(SimulatedCheck check, KitInquiry inquiry) {
        return ((Reply.Now) check.check(inquiry)).finding();
    }

    private List<Finding> world() {
        SimulatedCheck check = check();
        return IntStream.range(0, 50)
                .mapToObj(
                        n -> now(check, KitInquiry.of(check.profile()).number(n).build()))
                .toList();
    }

    @Test
    @DisplayName("the same seed gives the same answers, another seed others")
    void seedDecides() {
        List<Finding> first = world();
        assertThat(world()).isEqualTo(first);
        settings.put("seed", 7L);
        assertThat(world()).isNotEqualTo(first);
    }

    @Test
    @DisplayName("each share of inquiries is met, and chosen by the inquiry alone")
    void sharesAreMet() {
        settings.putAll(Map.of("latePercent", 20, "silentPercent", 10, "cannotAnswerPercent", 5));
        SimulatedCheck check = check();
        List<Reply> replies = IntStream.range(0, 2_000)
                .mapToObj(n ->
                        check.check(KitInquiry.of(check.profile()).number(n).build()))
                .toList();
        assertThat(replies.stream().filter(Reply.Later.class::isInstance).count())
                .isBetween(500L, 700L);
        assertThat(replies.stream().filter(SimulatedCheckTest::cannotAnswer).count())
                .isBetween(60L, 140L);
    }

    private static boolean cannotAnswer(Reply reply) {
        return reply instanceof Reply.Now now
                && now.finding().answers().values().stream().allMatch(Answer.CannotAnswer.class::isInstance);
    }

    @Test
    @DisplayName("a late answer says what a prompt one would have said, from its day on and not before")
    void lateAnswersAreTheSame() {
        KitInquiry inquiry = KitInquiry.of(check().profile()).persons(8).build();
        Finding prompt = now(check(), inquiry);
        settings.putAll(Map.of("latePercent", 100, "lateWorkingDaysMin", 3, "lateWorkingDaysMax", 3));
        Reply.Later later = (Reply.Later) check().check(inquiry);
        assertThat(later.expectedBy()).isEqualTo(inquiry.workingDaysFromNow(3));
        today = later.expectedBy().minusDays(1);
        assertThat(collected(later.ticket())).isEmpty();
        today = later.expectedBy();
        assertThat(facts(collected(later.ticket()).get(later.ticket()))).isEqualTo(facts(prompt));
        KitInquiry again = KitInquiry.of(check().profile())
                .persons(8)
                .askedOn(today)
                .earlierTicket(later.ticket())
                .build();
        assertThat(facts(now(check(), again))).as("asked again after the day").isEqualTo(facts(prompt));
    }

    private Map<String, Finding> collected(String ticket) {
        KitPickup pickup = new KitPickup(List.of("sim-20250101-zz~m1", "sim-", "other", ticket));
        check().collect(pickup);
        return pickup.delivered();
    }

    private static Map<String, Map<FactKey, Fact>> facts(Finding finding) {
        Map<String, Map<FactKey, Fact>> facts = new HashMap<>();
        finding.answers().forEach((person, answer) -> facts.put(person, ((Answer.Facts) answer).facts()));
        return facts;
    }

    @Test
    @DisplayName("a silent agency promises and never answers")
    void silentOnesNeverAnswer() {
        settings.put("silentPercent", 100);
        Reply.Later later =
                (Reply.Later) check().check(KitInquiry.of(check().profile()).build());
        today = today.plusYears(1);
        assertThat(collected(later.ticket())).isEmpty();
    }

    @Test
    @DisplayName("an unreachable agency answers after the calls that fail")
    void unreachableAtFirst() {
        settings.putAll(Map.of("unreachablePercent", 100, "unreachableCalls", 2));
        SimulatedCheck check = check();
        KitInquiry inquiry = KitInquiry.of(check.profile()).build();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> check.check(inquiry)).isInstanceOf(AgencyUnreachableException.class);
        }
        assertThat(check.check(inquiry)).isInstanceOf(Reply.Now.class);
    }

    @Test
    @DisplayName("a script says what is known of one person and of everybody else, now and later")
    void scriptOverrides(@TempDir Path folder) throws Exception {
        KitPerson owner = KitPerson.number(0);
        Path file = folder.resolve("script.json");
        Files.writeString(
                file,
                "{\"%s\": {\"home.count\": \"3\"}, \"*\": {\"home.count\": \"0\", \"home.floorArea\": \"0\"}}"
                        .formatted(owner.field(MemberField.RESIDENT_ID)));
        settings.put("script", file.toString());
        KitInquiry inquiry = KitInquiry.of(check().profile()).persons(2).build();
        Map<String, Map<FactKey, Fact>> facts = facts(now(check(), inquiry));
        assertThat(facts.get("m1").get(FactKey.HOME_COUNT).value()).isEqualTo(3);
        assertThat(facts.get("m2").get(FactKey.HOME_COUNT).value()).isEqualTo(0);
        settings.put("latePercent", 100);
        Reply.Later later = (Reply.Later) check().check(inquiry);
        today = today.plusMonths(1);
        assertThat(facts(collected(later.ticket()).get(later.ticket()))).isEqualTo(facts);
    }

    @Test
    @DisplayName("a bad script is refused without repeating an identity number")
    void badScriptIsRefused(@TempDir Path folder) throws Exception {
        String number = KitPerson.number(0).field(MemberField.RESIDENT_ID);
        Path file = folder.resolve("script.json");
        settings.put("script", file.toString());
        for (String bad :
                List.of(number, "{\"" + number + "\": {\"home.count\": \"-1\"}}", "{\"" + number + "\": 1}")) {
            Files.writeString(file, bad);
            assertThatThrownBy(this::check)
                    .isInstanceOf(HousingException.class)
                    .hasMessageContaining("script.json")
                    .hasMessageNotContaining(number)
                    .hasNoCause();
        }
    }

    @Test
    @DisplayName("a county's own fact is supplied too")
    void ownFacts() {
        settings.put("supplies", new String[] {"x-330482.boatLength:AREA:PERSON", "x-330482.farm.kind:CODE:HOUSEHOLD"});
        Finding finding = now(check(), KitInquiry.of(check().profile()).build());
        assertThat(finding.answers()).containsOnlyKeys("m1", Finding.HOUSEHOLD);
    }

    @ParameterizedTest
    @CsvSource({
        "latePercent, 101, 0 to 100",
        "latePercent, -1, 0 to 100",
        "lateWorkingDaysMax, 0, 1 to 60",
        "delayMillis, 600001, 0 to 600000",
        "callTimeoutSeconds, 121, 1 to 120",
        "deadPerMille, 1001, 0 to 1000"
    })
    @DisplayName("a figure outside its limits is refused with its name, its limits and the file to correct")
    void limitsAreKept(String setting, int value, String limits) {
        settings.put(setting, value);
        assertThatThrownBy(this::check)
                .isInstanceOfSatisfying(
                        HousingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REFUSED_MODULE))
                .hasMessageContainingAll(setting, limits, "etc/org.onevisit.housing.agency.simulated~");
    }

    @Test
    @DisplayName("shares above a hundred in sum, a missing check and an unknown fact are refused")
    void otherFaultsAreRefused() {
        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of("latePercent", 60, "silentPercent", 41),
                Map.of("check", "No Code"),
                Map.of("supplies", new String[0]),
                Map.of("supplies", new String[] {"home.cout"}),
                Map.of("supplies", new String[] {"x-330482.boat:LENGTH:PERSON"}))) {
            Map<String, Object> kept = new HashMap<>(settings);
            settings.putAll(bad);
            assertThatThrownBy(this::check).isInstanceOf(HousingException.class);
            settings.clear();
            settings.putAll(kept);
        }
    }
}

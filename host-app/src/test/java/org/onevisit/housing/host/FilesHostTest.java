package org.onevisit.housing.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.fake.FakeClock;
import org.onevisit.housing.host.readme.Guide;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.view.ApplicationSummary;
import org.onevisit.housing.view.SlotView;

/** Files in and out of a real host: applications by one plugin, an agency's answers by another, as the guides show them. */
@Timeout(180)
class FilesHostTest {
    private static final Guide FILES = Guide.of("docs/files.md");
    private static final Guide OPERATE = Guide.of("docs/operate.md");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String SIMULATED = "org.onevisit.housing.agency.simulated";
    private static final Map<String, String> CHECKS = Map.of(
            "police", "person.registerSince",
            "civil-affairs", "household.assistanceCertificate",
            "finance", "income.publicSalaryYear subsidy.housingPaid",
            "social-security", "income.wageYear income.pensionYear",
            "statistics", "statistic.disposableIncome",
            "market", "income.businessYear",
            "housing", "home.signedContracts home.otherHousingSecurity",
            "expropriation", "expropriation.settlementHomes");
    private static final Actor CLERK =
            Actor.officer("clerk-1", Role.WINDOW_CLERK, Division.of("330482"), Actor.EVERY_UNIT);

    @TempDir
    Path folder;

    private final FakeClock clock = new FakeClock("2026-11-27T06:00:00Z");

    @BeforeEach
    void folders() throws IOException {
        for (String name : List.of("real-estate/inquiries", "real-estate/answers", "civil-affairs/applications")) {
            Files.createDirectories(folder.resolve("exchange").resolve(name));
        }
        Files.createDirectories(papers());
    }

    private Path inquiries() {
        return folder.resolve("exchange/real-estate/inquiries");
    }

    private Path answers() {
        return folder.resolve("exchange/real-estate/answers");
    }

    private Path applications() {
        return folder.resolve("exchange/civil-affairs/applications");
    }

    private Path papers() {
        return folder.resolve("exchange/civil-affairs/papers");
    }

    /** A host on one thread, with the configurations of docs/operate.md. */
    private HousingHost host() throws IOException {
        HostBuilder builder = HousingHost.in(folder.resolve("data"))
                .pack("pinghu")
                .clock(clock)
                .singleThread()
                .patience(Duration.ofSeconds(60));
        CHECKS.forEach((check, facts) ->
                builder.configure(SIMULATED + "~" + check, Map.of("check", check, "supplies", facts.split(" "))));
        for (String pid : List.of(
                "org.onevisit.housing.agency.files~real-estate", "org.onevisit.housing.intake.files~civil-affairs")) {
            builder.configure(pid, configuration(pid));
        }
        return builder.start();
    }

    private Map<String, Object> configuration(String pid) throws IOException {
        String json = Pattern.compile("`etc/" + pid + "\\.json`[^`]*```json\n(.*?)```", Pattern.DOTALL)
                .matcher(OPERATE.text())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1)
                .replace("/srv", folder.toString().replace("\\", "/"));
        Map<String, Object> values = new HashMap<>();
        new JsonMapper()
                .readTree(json)
                .properties()
                .forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
        return values;
    }

    private static Object value(JsonNode node) {
        if (node.isArray()) {
            List<String> texts = new ArrayList<>();
            node.forEach(text -> texts.add(text.asText()));
            return texts.toArray(String[]::new);
        }
        return node.isInt() ? (Object) node.intValue() : node.asText();
    }

    private static void lay(Path folder, String name, String text, Charset charset) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(charset));
        Files.createFile(folder.resolve(name + ".ok"));
    }

    private void pass(HousingHost host) {
        clock.pass(Duration.ofMinutes(2));
        assertThat(host.runDue()).isNotNegative();
    }

    private static List<String> lines(Path in, String name, Charset charset, int cells) throws IOException {
        return Files.readString(in.resolve("done").resolve(name + ".outcome.csv"), charset)
                .lines()
                .skip(1)
                .map(line -> String.join(" ", List.of(line.split(",", -1)).subList(0, cells)))
                .toList();
    }

    private static List<ApplicationSummary> all(HousingHost host) {
        return host.approvalsFor(CLERK)
                .list(Optional.empty(), Optional.empty(), false, "", 200)
                .items();
    }

    private static String identity(int n) {
        String seventeen = "33049919900307%03d".formatted(n);
        return seventeen + ResidentId.checkDigit(seventeen);
    }

    /** Ten households of one in the columns of the guide; the third has a wrong digit, the seventh no relation and no register. */
    private static String tenHouseholds() throws IOException {
        StringBuilder text =
                new StringBuilder(FILES.blocks("csv").get(2).lines().findFirst().orElseThrow() + "\n");
        for (int n = 1; n <= 10; n++) {
            String identity = identity(n);
            if (n == 3) {
                identity = identity.substring(0, 17) + (identity.endsWith("5") ? "6" : "5");
            }
            text.append(String.join(
                            ",",
                            "MZ-" + n,
                            "2026-11-27T13:20:00+08:00",
                            "13800000000",
                            "SMS",
                            "330482001",
                            "测试路1号",
                            "APPLICATION_FORM|ECONOMIC_STATUS_INQUIRY_FORM",
                            "m1",
                            "测试甲",
                            n == 7 ? "" : "SELF",
                            identity,
                            n == 7 ? "" : "330482001",
                            "2015-06-01",
                            "UNMARRIED",
                            "",
                            "ID_CARD|HOUSEHOLD_REGISTER",
                            "li-3",
                            "2026-11-27"))
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    @DisplayName(
            "ten households come in by a file, two of them bad, and an agency answers by another: each row has its answer")
    void thereAndBack() throws IOException {
        try (HousingHost host = host()) {
            Files.writeString(applications().resolve("ten.csv"), tenHouseholds().substring(0, 1000));
            pass(host);
            assertThat(all(host)).isEmpty();
            Files.delete(applications().resolve("ten.csv"));
            lay(applications(), "ten.csv", tenHouseholds(), UTF_8);
            pass(host);
            List<String> answer = lines(applications(), "ten.csv", UTF_8, 6);
            assertThat(answer).filteredOn(line -> line.contains(" received ")).hasSize(8);
            assertThat(answer)
                    .filteredOn(line -> line.contains(" refused "))
                    .containsExactly(
                            "4 MZ-3 refused  /household/members/0/identity/number HS-0111",
                            "8 MZ-7 refused  /household/members/0/relation HS-0103",
                            "8 MZ-7 refused  /household/members/0/register/division HS-0103");
            assertThat(all(host)).hasSize(8);
            theReceiptsLieReady();
            askTheAgency(host);
        }
        // after a restart the same file changes nothing
        try (HousingHost host = host()) {
            lay(applications(), "ten.csv", tenHouseholds(), UTF_8);
            pass(host);
            assertThat(lines(applications(), "ten-2.csv", UTF_8, 3))
                    .filteredOn(line -> line.endsWith(" duplicate"))
                    .hasSize(8);
            assertThat(all(host)).hasSize(8);
        }
        nobodyIsNamed();
    }

    private void theReceiptsLieReady() throws IOException {
        try (Stream<Path> files = Files.list(papers())) {
            List<Path> receipts = files.filter(Files::isRegularFile).toList();
            assertThat(receipts).hasSize(8);
            for (Path receipt : receipts) {
                assertThat(receipt.getFileName().toString()).matches("330482-\\d{8}-\\d{6}-receipt-2026-11-27\\.json");
                JsonNode paper = new JsonMapper().readTree(receipt.toFile());
                assertThat(paper.path("addressee").asText()).isEqualTo("测试甲");
                assertThat(paper.path("items").toString()).contains("查询码：");
            }
        }
    }

    private void askTheAgency(HousingHost host) throws IOException {
        ApprovalService clerk = host.approvalsFor(CLERK);
        all(host).forEach(one -> clerk.accept(one.number()));
        Map<String, String> questions = questions();
        assertThat(questions).hasSize(8);
        String header = FILES.blocks("csv").get(0).lines().findFirst().orElseThrow();
        StringBuilder text =
                new StringBuilder(FILES.blocks("csv").get(1).lines().findFirst().orElseThrow() + "\r\n");
        List<String> ids = new ArrayList<>();
        for (String question : questions.values()) {
            assertThat(question.lines().findFirst()).hasValue(header);
            String[] cells = question.lines().skip(1).findFirst().orElseThrow().split(",");
            assertThat(cells[2]).isEqualTo("测试甲");
            ids.add(cells[0]);
            String area = ids.size() == 5 ? "48平方米" : "48.00";
            text.append("%s,%s,有,2026-11-27,%s\r\n".formatted(cells[0], cells[1], area));
        }
        text.append("%s,m9,查无,2026-11-27,\r\n330482-20261127-999999.real-estate.1,m1,查无,2026-11-27,\r\n"
                .formatted(ids.get(0)));
        lay(answers(), "今日 答复.csv", text.toString(), GB18030);
        pass(host);
        List<String> expected = new ArrayList<>(IntStream.rangeClosed(2, 9)
                .mapToObj(row -> row + (row == 6 ? " BAD_VALUE" : " APPLIED"))
                .toList());
        expected.addAll(List.of("10 UNKNOWN_PERSON", "11 UNKNOWN_INQUIRY"));
        assertThat(lines(answers(), "今日 答复.csv", GB18030, 2)).containsExactlyInAnyOrderElementsOf(expected);
        for (ApplicationSummary one : all(host)) {
            SlotView slot = realEstate(clerk, one.number());
            boolean bad = ids.get(4).startsWith(one.number().value());
            assertThat(slot.stamp().orElse("")).startsWith("org.onevisit.housing.agency-files@");
            assertThat(slot.status().name()).isEqualTo(bad ? "PROMISED" : "ANSWERED");
        }
    }

    private static SlotView realEstate(ApprovalService clerk, ApplicationNumber number) {
        return clerk.evidence(number).slots().stream()
                .filter(slot -> slot.check().equals("real-estate"))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> questions() throws IOException {
        Map<String, String> questions = new TreeMap<>();
        try (Stream<Path> files = Files.list(inquiries())) {
            for (Path file : files.toList()) {
                questions.put(file.getFileName().toString(), Files.readString(file, GB18030));
            }
        }
        return questions;
    }

    /** No file is named after anybody, and no answer holds a name or a number. */
    private void nobodyIsNamed() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file.toString()).doesNotContain("测试甲", "3304991990");
                if (file.toString().matches(".*\\.(csv\\.refused|outcome\\.csv|log)")) {
                    assertThat(new String(Files.readAllBytes(file), file.startsWith(answers()) ? GB18030 : UTF_8))
                            .doesNotContain("测试甲", "3304991990");
                }
            }
        }
    }

    @Test
    @DisplayName("the samples of the guide are received as they stand, and so is a question of the agency answered")
    void samplesOfTheGuide() throws IOException {
        assertThat(Files.readString(Path.of("src/dist/samples/applications.csv")))
                .isEqualTo(FILES.blocks("csv").get(2));
        try (HousingHost host = host()) {
            lay(applications(), "sample.csv", FILES.blocks("csv").get(2), UTF_8);
            lay(applications(), "sample.json", FILES.block("json"), UTF_8);
            pass(host);
            assertThat(lines(applications(), "sample.csv", UTF_8, 3))
                    .containsExactly("2 MZ-4711 received", "5 MZ-4712 received");
            assertThat(lines(applications(), "sample.json", UTF_8, 3)).containsExactly("1 MZ-4713 received");
            host.approvalsFor(CLERK).accept(all(host).get(0).number());
            assertThat(questions()).hasSize(1);
            lay(answers(), "sample.csv", FILES.blocks("csv").get(1), GB18030);
            pass(host);
            assertThat(lines(answers(), "sample.csv", GB18030, 2)).containsExactly("2 APPLIED");
        }
    }
}

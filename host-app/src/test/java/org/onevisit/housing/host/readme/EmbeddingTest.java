package org.onevisit.housing.host.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.view.Progress;
import org.onevisit.housing.view.Receipt;

/** The README's ten lines, taken at their word: a county's system asks nine agencies, with no account of ours and no port. */
@Timeout(120)
class EmbeddingTest {
    private static final String CHECK = """
            {"check": "%s", "supplies": [%s], "needs": ["NAME", "RESIDENT_ID"]}
            """;

    @TempDir
    Path data;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @BeforeEach
    void anAgencyEach() throws IOException {
        Path etc = Files.createDirectories(data.resolve("etc"));
        for (String line : List.of(
                "police person.registerSince",
                "civil-affairs household.assistanceCertificate",
                "finance income.publicSalaryYear subsidy.housingPaid",
                "social-security income.wageYear income.pensionYear",
                "statistics statistic.disposableIncome",
                "market income.businessYear",
                "real-estate home.floorArea",
                "housing home.signedContracts home.otherHousingSecurity",
                "expropriation expropriation.settlementHomes")) {
            String[] words = line.split(" ");
            String facts = String.join(
                    ", ", Stream.of(words).skip(1).map(fact -> '"' + fact + '"').toList());
            Files.writeString(
                    etc.resolve("org.onevisit.housing.agency.worklist~" + words[0] + ".json"),
                    CHECK.formatted(words[0], facts));
        }
    }

    @Test
    @DisplayName("the README's lines take a household to nine agencies")
    void runs() throws Exception {
        String json = sample();
        embed(json);
        Awaitility.await().until(() -> printed.toString(StandardCharsets.UTF_8).contains("项目核查"));
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("项目核查：已用 0 个工作日，剩余 40 个；现由 9 个部门核查");
        assertThat(data.resolve("accounts.json")).doesNotExist();
        assertNothingIsReadable(json);
    }

    /** No file of the store or the log shows a name, a number, a telephone number or an address. */
    private void assertNothingIsReadable(String json) throws IOException {
        List<String> personal = Pattern.compile("\"(?:name|number|mobile|address)\"\\s*:\\s*\"([^\"]+)\"")
                .matcher(json)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(personal).hasSizeGreaterThanOrEqualTo(6);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.startsWith(data.resolve("cache")) && !f.startsWith(data.resolve("native")))
                    .toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                assertThat(personal).as("in %s", data.relativize(file)).noneMatch(content::contains);
            }
        }
    }

    private void embed(String json) throws Exception {
        // readme: embed
        try (HousingHost host = HousingHost.in(data).pack("pinghu").start()) { // no port is opened
            host.follow("sms", entry -> out.println(entry.type())); // at least once, goes on after a restart
            Actor clerk = Actor.officer("zhang-7", Role.WINDOW_CLERK, Division.of("330482")); // your user, your id
            ApprovalService approvals = host.approvalsFor(clerk);
            Receipt receipt = approvals.submit(host.readSubmission(json), "ruoyi-4711"); // key: safe to repeat
            approvals.accept(receipt.number()); // the 40 working days begin
            Progress progress = approvals.progress(receipt.number());
            out.println(progress.in(Locale.CHINA)); // 项目核查：已用 0 个工作日，剩余 40 个；现由 9 个部门核查
        }
        // readme: end
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    @DisplayName("the lines in the README are those of this test")
    void areTheseLines(String readme) throws IOException {
        String source = Files.readString(
                Path.of("src", "test", "java", "org", "onevisit", "housing", "host", "readme", "EmbeddingTest.java"));
        String from = "// readme: embed\n";
        String lines = source.substring(source.indexOf(from) + from.length(), source.indexOf("        // readme: end"))
                .stripTrailing()
                .stripIndent();

        assertThat(Files.readString(Path.of("..", readme))).contains("```java\n" + lines + "\n```");
    }

    /** A sample that is handed out with the host, signed today. */
    private static String sample() throws IOException {
        String today = java.time.LocalDate.ofInstant(Clock.systemUTC().instant(), java.time.ZoneId.of("Asia/Shanghai"))
                .toString();
        return Files.readString(Path.of("src", "dist", "samples", "accepted.json"))
                .replaceAll("\"signedOn\"\\s*:\\s*\"[^\"]*\"", "\"signedOn\": \"" + today + "\"");
    }
}

package org.onevisit.housing.host.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onevisit.housing.model.FactKey.HOME_SIGNED_CONTRACTS;
import static org.onevisit.housing.model.FactKey.OTHER_HOUSING_SECURITY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.fake.FakeClock;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command.Vote.Choice;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.view.ApplicationView;
import org.onevisit.housing.view.InquiryView;
import org.onevisit.housing.view.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** docs/embed.md, taken at its word: its lines, in its order, take a household from one visit to a decision. */
@Timeout(120)
class EmbedGuideTest {
    private static final Guide GUIDE = Guide.of("docs/embed.md");
    private static final Path THIS = Path.of("src/test/java/org/onevisit/housing/host/readme/EmbedGuideTest.java");
    private static final Logger log = LoggerFactory.getLogger(EmbedGuideTest.class);

    @TempDir
    Path data;

    private final FakeClock clock = new FakeClock("2026-11-27T01:00:00Z");
    private final List<String> told = new ArrayList<>();
    private final Sms sms = (number, type, step) -> told.add(type + " " + step);

    /** What an embedding program has: something that tells people. */
    @FunctionalInterface
    private interface Sms {
        void tell(ApplicationNumber number, String type, String step);
    }

    @Test
    @DisplayName("the guide's lines go from one visit to a decision")
    void fromVisitToDecision() throws Exception {
        try (HousingHost host = Histories.site(data, clock, Set.of("housing"))
                .configure(
                        "org.onevisit.housing.agency.worklist~housing",
                        Map.of(
                                "check", "housing",
                                "supplies", new String[] {"home.signedContracts", "home.otherHousingSecurity"},
                                "needs", new String[] {"NAME", "RESIDENT_ID"}))
                .start()) {
            AutoCloseable following = host.follow("sms", entry -> sms.tell(entry.number(), entry.type(), entry.step()));
            Division county = Division.of("330482");
            ApprovalService window = host.approvalsFor(Actor.officer("zhang-7", Role.WINDOW_CLERK, county, "citywide"));
            ApprovalService street =
                    host.approvalsFor(Actor.officer("chen-2", Role.SUBDISTRICT_REVIEWER, Division.of("330482001")));
            ApprovalService agency = host.approvalsFor(Actor.officer("li-1", Role.AGENCY_OFFICER, county, "housing"));
            ApprovalService seat = host.approvalsFor(Actor.officer("wu-3", Role.PANEL_MEMBER, county, "civil-affairs"));
            ApprovalService chair = host.approvalsFor(Actor.officer("he-4", Role.PANEL_CHAIR, county, "housing"));
            String json = Files.readString(Path.of("src/dist/samples/accepted.json"));

            Receipt receipt = window.submit(host.readSubmission(json), "ruoyi-4711"); // the key makes it safe to repeat
            ApplicationNumber number = receipt.number();
            window.accept(number); // the 40 working days begin, every agency is asked
            for (InquiryView inquiry : agency.inquiries("housing", "", 50).items()) {
                Map<String, Answer> answers = new LinkedHashMap<>();
                inquiry.persons()
                        .forEach((person, fields) -> answers.put(
                                person,
                                Answer.facts(host.today())
                                        .put(HOME_SIGNED_CONTRACTS, 0)
                                        .put(OTHER_HOUSING_SECURITY, false)));
                agency.answer(inquiry.id(), Finding.of(answers));
            }
            street.endorse(number, "情况属实");
            seat.vote(number, Choice.APPROVE, "同意");
            chair.vote(number, Choice.APPROVE, "同意"); // the notice is posted
            ApplicationView view = window.find(number); // with allowedActions: what this actor may do now, and why not
            assertThat(view.step()).isEqualTo(Step.NOTICE_OPEN);
            assertThat(view.allowedActions()).isNotEmpty();

            Instant before = host.clock().instant(); // never the system's time
            clock.pass(Duration.ofDays(20));
            host.runDue(); // the notice period is over: approved
            assertThat(before).isEqualTo(Instant.parse("2026-11-27T01:00:00Z"));
            assertThat(window.find(number).step()).isEqualTo(Step.APPROVED);
            assertThat(told)
                    .startsWith("SUBMITTED RECEIVED")
                    .containsSubsequence("ACCEPTED CHECKING", "CHECKS_SETTLED REVIEWING", "NOTICE_EXPIRED APPROVED");
            following.close();

            try {
                window.accept(number);
            } catch (HousingException e) {
                log.warn("{} {} {}", e.code().code(), e.blame(), e.getMessage()); // HS-0203 CALLER …
                e.errors()
                        .forEach(error -> log.warn("{} {}", error.pointer(), error.cure())); // each field that is wrong
            }
            assertThatThrownBy(() -> window.accept(number))
                    .isInstanceOfSatisfying(HousingException.class, e -> assertThat(e.code() + " " + e.blame())
                            .isEqualTo(ErrorCode.ILLEGAL_TRANSITION + " CALLER"));
        }
    }

    @Test
    @DisplayName("what is missing is said at the start, and a check that is given in the program is there")
    void starts() throws IOException {
        try {
            HousingHost host = HousingHost.in(data) // the folder is made; one host for each folder
                    .pack("pinghu") // there is no default county
                    .configure(
                            "org.onevisit.housing.agency.worklist~tax",
                            Map.of(
                                    "check",
                                    "tax",
                                    "supplies",
                                    new String[] {"income.taxedYear"},
                                    "needs",
                                    new String[] {"NAME"}))
                    .start();
            host.close();
        } catch (HousingException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.SITE_NOT_READY);
            assertThat(e).hasMessageContaining("police").hasMessageContaining("expropriation");
            return;
        }
        throw new AssertionError("started without the pack's checks");
    }

    @Test
    @DisplayName("every Java line of the guide is a line of this test")
    void linesAreTheseLines() throws IOException {
        String test = squeeze(Files.readString(THIS));
        assertThat(GUIDE.blocks("java")).hasSizeGreaterThan(6).allSatisfy(block -> assertThat(test)
                .contains(squeeze(block)));
    }

    @Test
    @DisplayName("the codes of the guide are those of the product, with their kinds")
    void codesAreThese() throws IOException {
        var rows = Pattern.compile("^\\| `(HS-\\d{4})` \\| `([A-Z_]+)` \\|", Pattern.MULTILINE)
                .matcher(GUIDE.text())
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();
        List<String> codes = new ArrayList<>();
        for (ErrorCode code : ErrorCode.values()) {
            codes.add(code.code() + " " + code.kind());
        }
        assertThat(rows).hasSizeGreaterThan(10).isSubsetOf(codes);
    }

    @Test
    @DisplayName("the dependency of the guide is this module in this version")
    void dependencyIsThisModule() throws IOException {
        String pom = squeeze(Files.readString(Path.of("pom.xml")));
        String wanted = squeeze(GUIDE.block("xml"));
        for (String part : List.of("groupId", "artifactId", "version")) {
            String element = wanted.substring(wanted.indexOf("<" + part + ">"), wanted.indexOf("</" + part + ">"));
            assertThat(pom).contains(element);
        }
    }

    private static String squeeze(String text) {
        return text.replaceAll("\\s+", "");
    }
}

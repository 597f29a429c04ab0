package org.onevisit.housing.host.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.engine.AwardService;
import org.onevisit.housing.host.Durability;
import org.onevisit.housing.host.HostBuilder;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.fake.FakeClock;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.Command.Vote.Choice;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.AwardView;

/** Four applications that a real host of Pinghu takes to four ends, with the samples' households. */
final class Histories {
    private static final Division PINGHU = Division.of("330482");
    private static final Division DANGHU = Division.of("330482001");
    private static final String RICH = "330499198905171979";
    private static final int LONGEST_WAIT = 500;
    private static final Map<String, String> CHECKS = Map.of(
            "police", "person.registerSince",
            "civil-affairs", "household.assistanceCertificate",
            "finance", "income.publicSalaryYear subsidy.housingPaid",
            "social-security", "income.wageYear income.pensionYear",
            "statistics", "statistic.disposableIncome",
            "market", "income.businessYear",
            "real-estate", "home.floorArea",
            "housing", "home.signedContracts home.otherHousingSecurity",
            "expropriation", "expropriation.settlementHomes");
    private static final String FACTS = """
            {"*": {"person.registerSince": "2010-01-01", "household.assistanceCertificate": "NONE",
                   "income.publicSalaryYear": "0.00", "subsidy.housingPaid": "false", "income.wageYear": "40000.00",
                   "income.pensionYear": "0.00", "statistic.disposableIncome": "61172.00", "income.businessYear": "0.00",
                   "home.floorArea": "0.00", "home.signedContracts": "0", "home.otherHousingSecurity": "false",
                   "expropriation.settlementHomes": "0"},
             "%s": {"income.wageYear": "900000.00"}}
            """;

    private final HousingHost host;
    private final FakeClock clock;
    private final ApprovalService clerk;
    private final Map<String, ApplicationNumber> numbers = new LinkedHashMap<>();

    private Histories(HousingHost host, FakeClock clock) {
        this.host = host;
        this.clock = clock;
        this.clerk = host.approvalsFor(Actor.officer("zhang-7", Role.WINDOW_CLERK, PINGHU, "citywide"));
    }

    /** Runs them in this folder, and closes the host; gives the number of each. */
    static Map<String, ApplicationNumber> in(Path folder) throws IOException {
        FakeClock clock = new FakeClock("2026-11-27T01:00:00Z");
        try (HousingHost host = site(folder, clock, Set.of()).start()) {
            Histories histories = new Histories(host, clock);
            histories.underway();
            histories.withdrawn();
            histories.refused();
            histories.approvedAfterObjections();
            histories.awardAndReview();
            return histories.numbers;
        }
    }

    /** A site of Pinghu on one thread, whose agencies are simulated, but for these. */
    static HostBuilder site(Path folder, Clock clock, Set<String> without) throws IOException {
        Path script = Files.writeString(folder.resolve("script.json"), FACTS.formatted(RICH));
        HostBuilder builder = HousingHost.in(folder)
                .pack("pinghu")
                .clock(clock)
                .singleThread()
                .durability(Durability.OFF)
                .configure(
                        "org.onevisit.housing.intake.window~citywide", Map.of("window", "citywide", "text", "综合受理窗口"))
                .configure("org.onevisit.housing.publicity.web", Map.of());
        CHECKS.forEach((check, facts) -> {
            if (!without.contains(check)) {
                builder.configure(
                        "org.onevisit.housing.agency.simulated~" + check,
                        Map.of("check", check, "supplies", facts.split(" "), "seed", 7L, "script", script.toString()));
            }
        });
        return builder;
    }

    /** Papers are missing; they are asked for, and the applicant withdraws. */
    private void withdrawn() throws IOException {
        ApplicationNumber number = handIn("withdrawn", submission("incomplete.json"));
        clerk.perform(number, new Command.RequestMakeGood());
        clerk.attach(number, "d1", "%PDF-1.4 a scan".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        pass(1);
        clerk.perform(number, new Command.Withdraw("申请人自愿撤回"));
    }

    /** The income is too high. */
    private void refused() throws IOException {
        ApplicationNumber number = handIn("refused", submission("over-income.json"));
        clerk.accept(number);
        pass(1);
        reviewer().perform(number, new Command.Oppose("收入超过标准"));
        pass(1);
        vote(number, Choice.REFUSE);
    }

    /** Two neighbours object: the chair dismisses one objection and upholds the other; the panel agrees again. */
    private void approvedAfterObjections() throws IOException {
        ApplicationNumber number = handIn("approved-after-objections", submission("accepted.json"));
        clerk.accept(number);
        pass(1);
        reviewer().endorse(number, "情况属实");
        vote(number, Choice.APPROVE);
        String item = host.publicDesk().notices().get(0).item();
        String first = host.publicDesk().object(item, "测试甲邻", "13800000001", "另有住房");
        String second = host.publicDesk().object(item, "测试乙邻", "13800000002", "不住本地");
        pass(1);
        chair().perform(number, new Command.DismissObjection(first, "经核实不成立"));
        chair().perform(number, new Command.UpholdObjection(second, "请重新审议"));
        vote(number, Choice.APPROVE);
        until(() -> clerk.find(number).step() == Step.APPROVED);
    }

    /** Approved; a year later the household files its review, and the award goes on. */
    private void awardAndReview() throws IOException {
        Application application = submission("legacy-15-digit-id.json");
        ApplicationNumber number = handIn("award-and-review", application);
        clerk.accept(number);
        reviewer().endorse(number, "情况属实");
        vote(number, Choice.APPROVE);
        until(() -> clerk.find(number).step() == Step.APPROVED);
        Actor actor = Actor.officer("zhang-7", Role.WINDOW_CLERK, PINGHU, "citywide");
        AwardService awards = host.awardsFor(actor);
        until(() -> !awards.find(number).reviews().isEmpty());
        awards.perform(number, new Command.FileReview(signedAnew(application)));
        until(() -> awards.find(number).reviews().get(0).outcome().isPresent());
        assertThat(awards.find(number).state()).isEqualTo(AwardView.State.ACTIVE);
    }

    /** Accepted, answered, and with the subdistrict. */
    private void underway() throws IOException {
        clerk.accept(handIn("underway", submission("hong-kong-resident.json")));
    }

    private List<Authorisation> signedAnew(Application application) {
        LocalDate today = host.today();
        return application.authorisations().stream()
                .map(a -> new Authorisation(a.member(), a.purpose(), a.signedBy(), today, a.document()))
                .toList();
    }

    private ApplicationNumber handIn(String history, Application application) {
        ApplicationNumber number = clerk.submit(application, history).number();
        numbers.put(history, number);
        return number;
    }

    private Application submission(String sample) throws IOException {
        return host.readSubmission(Files.readString(Path.of("src", "dist", "samples", sample)));
    }

    private void vote(ApplicationNumber number, Choice choice) {
        host.approvalsFor(Actor.officer("panel-2", Role.PANEL_MEMBER, PINGHU, "civil-affairs"))
                .vote(number, choice, "联审意见");
        chair().vote(number, choice, "联审意见");
    }

    private ApprovalService chair() {
        return host.approvalsFor(Actor.officer("chair-1", Role.PANEL_CHAIR, PINGHU, "housing"));
    }

    private ApprovalService reviewer() {
        return host.approvalsFor(Actor.officer("reviewer-3", Role.SUBDISTRICT_REVIEWER, DANGHU));
    }

    private void pass(int days) {
        clock.pass(Duration.ofDays(days));
        host.runDue();
    }

    private void until(BooleanSupplier reached) {
        for (int day = 0; day < LONGEST_WAIT && !reached.getAsBoolean(); day++) {
            pass(1);
        }
        assertThat(reached.getAsBoolean()).as("reached in time").isTrue();
    }
}

package org.onevisit.housing.host.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.account.AccountBook;
import org.onevisit.housing.host.account.AccountRole;
import org.onevisit.housing.host.account.Scope;
import org.onevisit.housing.host.demo.people.Draws;
import org.onevisit.housing.host.demo.people.Flaw;
import org.onevisit.housing.host.demo.people.HouseholdGenerator;
import org.onevisit.housing.host.fake.Repacked;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.view.Receipt;

/** An operator changes the county's pack at the page, in a real browser. */
@Timeout(180)
class ChangesInBrowserTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PASSWORD = "correct horse battery";
    private static final String COUNTY = "330482";
    private static final int HOUSEHOLDS = 12;

    @TempDir
    Path folder;

    @BeforeEach
    void chromium() {
        Assumptions.assumeTrue(Browser.isInstalled(), "browser: NOT RUN (no Chromium)");
    }

    @Test
    @DisplayName("a pack is planned from a file, what it would change is seen, it is executed, and goes back")
    void changesThePack() throws IOException {
        new AccountBook(folder.resolve("accounts.json"))
                .add("sun-1", AccountRole.OPERATOR, Scope.of(COUNTY), PASSWORD.toCharArray());
        Path pack = Files.writeString(
                folder.resolve("pinghu-2026.2.yaml"),
                Repacked.text("pack-pinghu", "pack.yaml")
                        .replace("edition: \"2018.1\"", "edition: \"2026.2\"")
                        .replace("value: 61172", "value: 99000"));
        try (HousingHost host = start();
                Browser browser =
                        Browser.ifInstalled(host.address().orElseThrow()).orElseThrow()) {
            households(host);
            browser.open("/login");
            browser.type("name", "sun-1");
            browser.type("password", PASSWORD);
            browser.press("登录");
            browser.open("/operator");
            browser.press("更换插件与政策包");
            browser.inspect("real-changes");
            browser.upload("file", pack);
            browser.press("测算");
            await().atMost(PATIENCE).until(() -> browser.has("#go"));
            assertThat(browser.text()).contains("pinghu 2026.2", "转为符合", "不受信任", "无人签名，或未完整签名。");
            assertThat(counted(browser))
                    .as("households in the table of outcomes, and again in that of editions")
                    .isEqualTo(2 * HOUSEHOLDS);
            browser.inspect("real-change-planned");
            browser.press("执行此计划");
            await().atMost(PATIENCE).until(() -> browser.has("#course .badge-ok, .badge-ok"));
            assertThat(browser.text()).contains("已完成");
            browser.inspect("real-change-done");
            assertThat(clerk(host).form().edition()).isEqualTo("pinghu 2026.2");
            browser.open("/operator/changes");
            browser.choose("name", "org.onevisit.housing.pack-pinghu");
            browser.choose("since", "PIN");
            browser.press("测算退回");
            await().atMost(PATIENCE).until(() -> browser.has("#go"));
            browser.press("执行此计划");
            await().atMost(PATIENCE).until(() -> browser.text().contains("已完成"));
            assertThat(clerk(host).form().edition()).isEqualTo("pinghu 2018.1");
            browser.open("/operator/changes");
            browser.inspect("real-changes-journal");
        }
    }

    /** The sum of the cells of both tables. */
    private static int counted(Browser browser) {
        return browser.texts("td[data-label='在办'], td[data-label='已办结']").stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private HousingHost start() {
        var builder = HousingHost.in(folder)
                .pack("pinghu")
                .clock(Clock.fixed(MONDAY, ZoneOffset.UTC))
                .http(0)
                .demo()
                .trustUnsigned();
        Map<String, String> checks = Map.of(
                "police", "person.registerSince",
                "civil-affairs", "household.assistanceCertificate",
                "finance", "income.publicSalaryYear subsidy.housingPaid",
                "social-security", "income.wageYear income.pensionYear",
                "statistics", "statistic.disposableIncome",
                "market", "income.businessYear",
                "real-estate", "home.floorArea",
                "housing", "home.signedContracts home.otherHousingSecurity",
                "expropriation", "expropriation.settlementHomes");
        checks.forEach((check, facts) -> builder.configure(
                "org.onevisit.housing.agency.simulated~" + check,
                Map.of("check", check, "supplies", facts.split(" "), "seed", 7L)));
        return builder.start();
    }

    private static ApprovalService clerk(HousingHost host) {
        return host.approvalsFor(
                Actor.officer("clerk-1", Role.WINDOW_CLERK, Division.of(COUNTY), HouseholdGenerator.CITYWIDE));
    }

    private static void households(HousingHost host) {
        ApprovalService clerk = clerk(host);
        HouseholdGenerator generator = new HouseholdGenerator(clerk.form());
        for (int i = 0; i < HOUSEHOLDS; i++) {
            Receipt receipt = clerk.submit(
                    host.readSubmission(generator
                            .next(i, Draws.of(3, "household", i), MONDAY.minusSeconds(60), Flaw.NONE, Optional.empty())
                            .json()),
                    "");
            clerk.accept(receipt.number());
        }
        List<String> missing = host.missing();
        await().atMost(PATIENCE).until(() -> host.engine().callsInFlight() == 0);
        assertThat(missing).isEmpty();
    }
}

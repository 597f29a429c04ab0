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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.HostBuilder;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.account.AccountBook;
import org.onevisit.housing.host.account.AccountRole;
import org.onevisit.housing.host.account.Scope;

/** The main job, by people at a real browser on a real host: from the window to 已通过. */
@Timeout(600)
class EndToEndInBrowserTest {
    private static final String SIMULATED = "org.onevisit.housing.agency.simulated~";
    private static final String PASSWORD = "correct horse battery";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");
    private static final Map<String, List<String>> CHECKS = Map.of(
            "police", List.of("person.registerSince"),
            "civil-affairs", List.of("household.assistanceCertificate"),
            "finance", List.of("income.publicSalaryYear", "subsidy.housingPaid"),
            "social-security", List.of("income.wageYear", "income.pensionYear"),
            "statistics", List.of("statistic.disposableIncome"),
            "market", List.of("income.businessYear"),
            "real-estate", List.of("home.floorArea"),
            "expropriation", List.of("expropriation.settlementHomes"));
    private static final String FACTS = """
            {"*": {"person.registerSince": "2010-05-01", "household.assistanceCertificate": "NONE",
                   "income.publicSalaryYear": "0.00", "subsidy.housingPaid": "false", "income.wageYear": "42000.00",
                   "income.pensionYear": "0.00", "statistic.disposableIncome": "61172.00", "income.businessYear": "0.00",
                   "home.floorArea": "0.00", "home.signedContracts": "0", "home.otherHousingSecurity": "false",
                   "expropriation.settlementHomes": "0"}}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void chromium() {
        Assumptions.assumeTrue(Browser.isInstalled(), "browser: NOT RUN (no Chromium)");
    }

    @Test
    @DisplayName(
            "a clerk enters, an officer answers, a reviewer endorses, the panel votes, the clock moves, the applicant sees 已通过")
    void fromTheWindowToApproved() throws IOException {
        accounts();
        try (HousingHost host = host().start();
                Browser browser =
                        Browser.ifInstalled(host.address().orElseThrow()).orElseThrow()) {
            People people = new People(browser);
            people.enter();
            String number = browser.text(".ticket .figure");
            String code = browser.text(".code");
            people.accept(number);
            people.answer(number);
            people.endorse(number);
            people.vote("wang-1", number);
            people.vote("liu-1", number);
            browser.open("/publicity");
            await().atMost(PATIENCE).until(() -> seesAgain(browser, "/publicity", "main h2"));
            browser.inspect("real-publicity");
            people.advance(9);
            people.sees(number, code, "已通过");
        }
    }

    private HostBuilder host() throws IOException {
        Path facts = Files.writeString(folder.resolve("facts.json"), FACTS);
        HostBuilder builder = HousingHost.in(folder)
                .pack("pinghu")
                .clock(Clock.fixed(MONDAY, ZoneOffset.UTC))
                .http(0)
                .demo()
                .configure(
                        "org.onevisit.housing.intake.window~citywide",
                        Map.of("window", "citywide", "text", "全城通办综合窗口"));
        CHECKS.forEach((check, supplies) -> builder.configure(
                SIMULATED + check,
                Map.of("check", check, "supplies", supplies.toArray(String[]::new), "script", facts.toString())));
        builder.configure(
                "org.onevisit.housing.agency.worklist~housing",
                Map.of(
                        "check", "housing",
                        "supplies", new String[] {"home.signedContracts", "home.otherHousingSecurity"},
                        "needs", new String[] {"NAME", "RESIDENT_ID"}));
        return builder;
    }

    private void accounts() {
        AccountBook book = new AccountBook(folder.resolve("accounts.json"));
        account(book, "zhang-7", AccountRole.CLERK, "330482/citywide");
        account(book, "li-2", AccountRole.OFFICER, "330482/housing");
        account(book, "chen-3", AccountRole.REVIEWER, "330482001");
        account(book, "wang-1", AccountRole.PANEL, "330482/housing");
        account(book, "liu-1", AccountRole.CHAIR, "330482/civil-affairs");
        account(book, "sun-1", AccountRole.OPERATOR, "330482");
    }

    private static void account(AccountBook book, String name, AccountRole role, String scope) {
        book.add(name, role, Scope.of(scope), PASSWORD.toCharArray());
    }

    private static boolean seesAgain(Browser browser, String path, String selector) {
        browser.open(path);
        return browser.has(selector);
    }

    /** What each of the people does. */
    private record People(Browser browser) {
        void signIn(String name) {
            browser.forget();
            browser.open("/login");
            browser.type("name", name);
            browser.type("password", PASSWORD);
            browser.press("登录");
        }

        void enter() throws IOException {
            browser.open("/login");
            browser.inspect("real-login");
            signIn("zhang-7");
            browser.open("/window/new?members=3");
            browser.type("/household/residence/division", "330482001");
            browser.type("/household/residence/address", "测试路1号");
            browser.type("/contact/mobile", "13800000000");
            member(0, "测试甲", "330499199003070014", "", "MARRIED");
            member(1, "测试乙", "330499198812310028", "SPOUSE", "MARRIED");
            member(2, "测试丙", "330499201602290035", "CHILD", "UNMARRIED");
            browser.choose("/household/members/2/guardian", "m1");
            for (String kind :
                    List.of("ID_CARD", "HOUSEHOLD_REGISTER", "APPLICATION_FORM", "ECONOMIC_STATUS_INQUIRY_FORM")) {
                browser.tick("doc." + kind, "1");
                browser.tick("seen." + kind, "1");
            }
            for (String member : List.of("m1", "m2", "m3")) {
                browser.tick("sign." + member, "1");
            }
            browser.press("提交收件");
            assertThat(browser.text()).contains("材料和授权齐全，可以受理。");
            browser.inspect("real-receipt");
        }

        private void member(int index, String name, String number, String relation, String marital) {
            String at = "/household/members/" + index;
            browser.type(at + "/name", name);
            browser.type(at + "/identity/number", number);
            browser.type(at + "/register/division", "330482001");
            browser.choose(at + "/maritalStatus", marital);
            if (!relation.isEmpty()) {
                browser.choose(at + "/relation", relation);
            }
        }

        void accept(String number) throws IOException {
            browser.open("/window/" + number);
            browser.inspect("real-window-application");
            browser.press("受理");
            assertThat(browser.text(".success")).contains("已受理");
            browser.open("/applications/" + number);
            browser.inspect("real-application-checking");
        }

        void answer(String number) throws IOException {
            signIn("li-2");
            await().atMost(PATIENCE).until(() -> seesAgain(browser, "/worklist", "tbody a"));
            browser.inspect("real-worklist");
            browser.pressFirst("tbody a");
            assertThat(browser.text()).contains(number, "测试甲");
            browser.inspect("real-worklist-inquiry");
            browser.typeAll("home.signedContracts", "0");
            browser.chooseAll("home.otherHousingSecurity", "false");
            browser.press("提交答复");
            assertThat(browser.text(".success")).isEqualTo("答复已生效。");
        }

        void endorse(String number) throws IOException {
            signIn("chen-3");
            await().atMost(PATIENCE).until(() -> seesAgain(browser, "/review", "tbody a"));
            browser.open("/review/" + number);
            browser.inspect("real-review");
            browser.type("reasons", "材料齐全，情况属实。");
            browser.press("确认同意");
            assertThat(browser.text(".success")).isEqualTo("已记录同意意见。");
        }

        void vote(String name, String number) throws IOException {
            signIn(name);
            browser.open("/panel/" + number);
            browser.tick("choice", "APPROVE");
            browser.inspect("real-panel-" + name);
            browser.press("确认表决");
            assertThat(browser.text(".success")).isEqualTo("表决已记录。");
        }

        void advance(int days) throws IOException {
            signIn("sun-1");
            browser.open("/operator");
            browser.inspect("real-operator");
            browser.type("days", Integer.toString(days));
            browser.press("推进");
            assertThat(browser.text(".success")).contains("演示日期已推进");
        }

        void sees(String number, String code, String outcome) throws IOException {
            browser.forget();
            browser.open("/progress");
            browser.type("receipt", code);
            browser.type("lastFour", "0014");
            browser.press("查询进度");
            assertThat(browser.text("main .badge")).isEqualTo(outcome);
            assertThat(browser.text()).doesNotContain("测试甲").doesNotContain(number);
            browser.inspect("real-progress-approved");
            signIn("zhang-7");
            browser.open("/applications/" + number);
            browser.inspect("real-application-approved");
            for (String kind : List.of("receipt", "acceptance", "decision")) {
                browser.open("/applications/" + number + "/papers/" + kind);
                assertThat(browser.text(".print")).contains("测试甲");
                browser.inspect("real-paper-" + kind);
            }
        }
    }
}

package org.onevisit.housing.host.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page in a real browser: nothing grave for axe, no sideways scroll at 320 px, no error; pictures in target/screens. */
class PagesInBrowserTest {
    private static PageServer server;
    private static Optional<Browser> installed = Optional.empty();
    private Browser browser;

    @BeforeAll
    static void open() throws Exception {
        server = new PageServer();
        installed = Browser.ifInstalled(server.address());
    }

    @AfterAll
    static void close() {
        installed.ifPresent(Browser::close);
        server.close();
    }

    @BeforeEach
    void browser() {
        Assumptions.assumeTrue(installed.isPresent(), "browser: NOT RUN (no Chromium)");
        browser = installed.get();
        browser.forget();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("a page can be read at 320 and 1280 px and by a screen reader")
    @CsvSource({
        "home-public, '', /",
        "publicity, '', /publicity",
        "publicity-notice, '', /publicity/n-4f2a",
        "progress, '', /progress",
        "not-found, '', /nowhere",
        "home-clerk, WINDOW_CLERK, /",
        "window, WINDOW_CLERK, /window",
        "window-new, WINDOW_CLERK, /window/new?members=3",
        "window-application, WINDOW_CLERK, /window/330482-20261102-000001",
        "applications, WINDOW_CLERK, /applications",
        "application-received, WINDOW_CLERK, /applications/330482-20261102-000001",
        "application-approved, WINDOW_CLERK, /applications/330482-20261102-000006",
        "paper-receipt, WINDOW_CLERK, /applications/330482-20261102-000001/papers/receipt",
        "paper-decision, WINDOW_CLERK, /applications/330482-20261102-000006/papers/decision",
        "home-officer, AGENCY_OFFICER, /",
        "worklist, AGENCY_OFFICER, /worklist",
        "worklist-inquiry, AGENCY_OFFICER, /worklist/housing/q-housing",
        "review, SUBDISTRICT_REVIEWER, /review",
        "review-application, SUBDISTRICT_REVIEWER, /review/330482-20261102-000003",
        "panel, PANEL_MEMBER, /panel",
        "panel-application, PANEL_MEMBER, /panel/330482-20261102-000004",
        "panel-objection, PANEL_CHAIR, /panel/330482-20261102-000005",
        "home-supervisor, SUPERVISOR, /",
        "supervision, SUPERVISOR, /supervision",
        "home-operator, OPERATOR, /",
        "operator, OPERATOR, /operator",
        "forbidden, OPERATOR, /window"
    })
    void everyPageCanBeRead(String name, String role, String path) throws IOException {
        signIn(role);
        browser.open(path);
        browser.inspect(name);
    }

    @Test
    @DisplayName(
            "a clerk's typing errors come back at their fields, with what was typed; put right, there is a receipt")
    void aClerkEntersAHousehold() throws IOException {
        signIn("WINDOW_CLERK");
        browser.open("/window");
        browser.press("开始录入");
        browser.type("/household/members/0/name", "测试甲");
        browser.type("/household/members/0/identity/number", "330499199003070015");
        browser.press("增加一名成员");
        assertThat(browser.text()).contains("成员 2");
        browser.type("/household/members/1/identity/number", "330499198812310028");
        browser.tick("doc.ID_CARD.m1", "1");
        browser.tick("sign.m1", "1");
        browser.press("提交收件");
        assertThat(browser.text(".errors")).contains("共 1 处").contains("身份证号校验位不符");
        browser.inspect("window-new-errors");
        browser.type("/household/members/0/identity/number", "330499199003070014");
        browser.press("提交收件");
        assertThat(browser.text(".code")).isEqualTo("7K3QX9MBT2C");
        browser.inspect("window-receipt");
        assertThat(server.site.engine.submissions)
                .last()
                .asString()
                .contains("\"name\":\"测试甲\"", "\"signedBy\":\"m1\"");
    }

    @Test
    @DisplayName("a supervisor decides which edition judges an application")
    void aSupervisorDecides() throws IOException {
        signIn("SUPERVISOR");
        browser.open("/supervision");
        browser.choose("choice", "ADOPT");
        browser.type("reasons", "家庭选择新标准");
        browser.press("确定");
        assertThat(server.site.engine.chosen).containsExactly("330482-20261102-000006 ADOPT 家庭选择新标准");
    }

    @Test
    @DisplayName("an officer answers for each person")
    void anOfficerAnswers() throws IOException {
        signIn("AGENCY_OFFICER");
        browser.open("/worklist/housing/q-housing");
        browser.type("p1|home.signedContracts", "viele");
        browser.press("提交答复");
        assertThat(browser.text()).contains("请填写不小于 0 的整数");
        browser.inspect("worklist-inquiry-errors");
        browser.type("p1|home.signedContracts", "0");
        browser.choose("p1|home.otherHousingSecurity", "false");
        browser.tick("kind|p2", "nothing");
        browser.press("提交答复");
        assertThat(browser.text(".success")).isEqualTo("答复已生效。");
        assertThat(server.site.engine.answers.get("q-housing").answers()).containsOnlyKeys("p1", "p2");
    }

    @Test
    @DisplayName("a reviewer sees each gap with its cause, and endorses")
    void aReviewerSpeaks() throws IOException {
        signIn("SUBDISTRICT_REVIEWER");
        browser.open("/review/330482-20261102-000003");
        assertThat(browser.text(".notice")).contains("房管").contains("核查插件未安装");
        browser.type("reasons", "经入户核实，情况属实。");
        browser.press("确认同意");
        assertThat(browser.text(".success")).isEqualTo("已记录同意意见。");
    }

    @Test
    @DisplayName("an applicant sees the progress, and the same answer for either mistake")
    void anApplicantAsks() throws IOException {
        browser.open("/progress");
        browser.type("receipt", "7k3qx-9mbt2c");
        browser.type("lastFour", "0014");
        browser.press("查询进度");
        assertThat(browser.text()).contains("24 个工作日").contains("项目核查");
        browser.inspect("progress-checking");
        browser.type("receipt", "AAAAAAAAAAA");
        browser.type("lastFour", "0014");
        browser.press("查询进度");
        assertThat(browser.text()).contains("已通过");
        browser.inspect("progress-approved");
        browser.type("receipt", "AAAAAAAAAAA");
        browser.type("lastFour", "9999");
        browser.press("查询进度");
        assertThat(browser.text(".errors")).contains("不匹配");
        browser.inspect("progress-unknown");
    }

    @Test
    @DisplayName("anyone objects to a notice by real name")
    void anyoneObjects() throws IOException {
        browser.open("/publicity/n-4f2a");
        browser.type("name", "测试丁");
        browser.type("contact", "13900000000");
        browser.type("reasons", "该户另有住房一套。");
        browser.press("提交异议");
        assertThat(browser.text(".success")).contains("o-7");
        browser.inspect("publicity-objected");
        assertThat(server.site.engine.objections).containsExactly("n-4f2a|测试丁|13900000000|该户另有住房一套。");
    }

    private void signIn(String role) {
        if (role != null && !role.isEmpty()) {
            browser.cookie("role", role);
        }
    }
}

package org.onevisit.housing.host.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import org.onevisit.housing.host.fake.FakeClock;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.Role;

/** What a clerk sees of a dossier that was erased, in a real browser. */
@Timeout(180)
class ErasedInBrowserTest {
    private static final String PASSWORD = "correct horse battery";
    private static final Division COUNTY = Division.of("330482");
    private final FakeClock clock = new FakeClock("2026-11-27T06:00:00Z");

    @TempDir
    Path folder;

    @BeforeEach
    void chromium() {
        Assumptions.assumeTrue(Browser.isInstalled(), "browser: NOT RUN (no Chromium)");
    }

    @Test
    @DisplayName("the list names an erased application; its page says that it was erased, and shows nothing of it")
    void saysThatItIsErased() throws IOException {
        new AccountBook(folder.resolve("accounts.json"))
                .add("zhang-7", AccountRole.CLERK, Scope.of(COUNTY.code()), PASSWORD.toCharArray());
        try (HousingHost host = start();
                Browser browser =
                        Browser.ifInstalled(host.address().orElseThrow()).orElseThrow()) {
            ApplicationNumber number = erased(host);
            browser.open("/login");
            browser.type("name", "zhang-7");
            browser.type("password", PASSWORD);
            browser.press("登录");
            browser.open("/applications");
            assertThat(browser.text()).contains(number.value(), "已销毁");
            browser.inspect("real-erased-list");
            browser.open("/applications/" + number);
            assertThat(browser.text()).contains(number.value(), "本申请的档案已按规定永久销毁");
            browser.inspect("real-erased");
        }
    }

    private static ApplicationNumber withdrawn(HousingHost host) throws IOException {
        ApprovalService clerk = host.approvalsFor(Actor.officer("zhang-7", Role.WINDOW_CLERK, COUNTY));
        String sample = Files.readString(Path.of("src", "dist", "samples", "accepted.json"))
                .replaceAll("\"signedOn\"\\s*:\\s*\"[^\"]*\"", "\"signedOn\": \"" + host.today() + "\"");
        ApplicationNumber number = clerk.submit(host.readSubmission(sample), "").number();
        clerk.perform(number, new Command.Withdraw("自愿"));
        return number;
    }

    private ApplicationNumber erased(HousingHost host) throws IOException {
        ApplicationNumber number = withdrawn(host);
        clock.pass(Duration.ofDays(3654));
        host.engine()
                .maintenanceFor(Actor.officer("li-3", Role.OPERATOR, COUNTY))
                .erase(number, "保管期满，批准文号〔2036〕12号");
        return number;
    }

    private HousingHost start() {
        return HousingHost.in(folder)
                .pack("pinghu")
                .clock(clock)
                .http(0)
                .singleThread()
                .patience(Duration.ofMillis(500))
                .evenIncomplete()
                .start();
    }
}

package org.onevisit.housing.host.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.onevisit.housing.host.HostBuilder;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.account.AccountBook;
import org.onevisit.housing.host.account.AccountRole;
import org.onevisit.housing.host.account.Scope;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.host.fake.FakeClock;

/** A real host of Pinghu on a free port, with the invented agencies of the demo and an account for each role. */
final class SampleSite {
    static final String PASSWORD = "sample-password-1";
    private static final long SEED = 7;

    /** What the pack relies on each check for. */
    private static final Map<String, String[]> CHECKS = Map.of(
            "police", new String[] {"person.registerSince"},
            "civil-affairs", new String[] {"household.assistanceCertificate"},
            "finance", new String[] {"income.publicSalaryYear", "subsidy.housingPaid"},
            "social-security", new String[] {"income.wageYear", "income.pensionYear"},
            "statistics", new String[] {"statistic.disposableIncome"},
            "market", new String[] {"income.businessYear"},
            "real-estate", new String[] {"home.floorArea"},
            "housing", new String[] {"home.signedContracts", "home.otherHousingSecurity"},
            "expropriation", new String[] {"expropriation.settlementHomes"});

    /** One for each role, and a clerk of another county. */
    private static final Map<String, Who> ACCOUNTS = Map.of(
            "clerk", new Who(AccountRole.CLERK, "330482/*"),
            "stranger", new Who(AccountRole.CLERK, "330483/*"),
            "officer", new Who(AccountRole.OFFICER, "330482/real-estate"),
            "reviewer", new Who(AccountRole.REVIEWER, "330482001"),
            "panel", new Who(AccountRole.PANEL, "330482/finance"),
            "supervisor", new Who(AccountRole.SUPERVISOR, "330482"),
            "operator", new Who(AccountRole.OPERATOR, "330482"));

    private record Who(AccountRole role, String scope) {}

    private SampleSite() {}

    static HousingHost start(Path folder) {
        return at(folder, "2026-11-27T01:00:00Z").start();
    }

    /** The host before it starts, at a moment that does not pass. */
    static HostBuilder at(Path folder, String moment) {
        DataFolder data = new DataFolder(folder);
        data.create();
        AccountBook accounts = new AccountBook(data.accounts());
        ACCOUNTS.forEach((name, one) -> accounts.add(name, one.role(), Scope.of(one.scope()), PASSWORD.toCharArray()));
        HostBuilder builder = HousingHost.in(folder)
                .pack("pinghu")
                .clock(new FakeClock(moment))
                .http(0)
                .configure(
                        "org.onevisit.housing.intake.window~citywide", Map.of("window", "citywide", "text", "综合受理窗口"))
                .configure("org.onevisit.housing.publicity.web", Map.of());
        String script = nobodyHasACertificate(folder).toString();
        CHECKS.forEach((check, supplies) -> builder.configure(
                "org.onevisit.housing.agency.simulated~" + check,
                Map.of(
                        "check", check,
                        "agency", check,
                        "supplies", supplies,
                        "seed", SEED,
                        "script", check.equals("civil-affairs") ? script : "")));
        return builder;
    }

    /** The invented agency gives every fourth household a certificate, by its inquiry; here it gives none. */
    private static Path nobodyHasACertificate(Path folder) {
        try {
            return Files.writeString(
                    folder.resolve("script.json"), "{\"*\": {\"household.assistanceCertificate\": \"NONE\"}}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

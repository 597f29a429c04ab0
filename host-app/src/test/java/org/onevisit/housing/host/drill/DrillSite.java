package org.onevisit.housing.host.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HostBuilder;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.host.demo.people.Draws;
import org.onevisit.housing.host.demo.people.Flaw;
import org.onevisit.housing.host.demo.people.HouseholdGenerator;
import org.onevisit.housing.host.demo.people.Submission;
import org.onevisit.housing.host.fake.FakeOffice;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.view.Receipt;

/** A host of Pinghu under real threads, whose agencies take a moment to answer. */
public final class DrillSite {
    /** The county. */
    public static final Division COUNTY = Division.of("330482");
    /** A clerk of its citywide window. */
    public static final Actor CLERK = Actor.officer("clerk-1", Role.WINDOW_CLERK, COUNTY, HouseholdGenerator.CITYWIDE);

    private static final String SIMULATED = "org.onevisit.housing.agency.simulated";
    private static final String HTTP = "org.onevisit.housing.agency.http";
    private static final String POLICE = "police";
    private static final Map<String, String> CHECKS = Map.of(
            POLICE,
            "person.registerSince",
            "civil-affairs",
            "household.assistanceCertificate",
            "finance",
            "income.publicSalaryYear subsidy.housingPaid",
            "social-security",
            "income.wageYear income.pensionYear",
            "statistics",
            "statistic.disposableIncome",
            "market",
            "income.businessYear",
            "real-estate",
            "home.floorArea",
            "housing",
            "home.signedContracts home.otherHousingSecurity",
            "expropriation",
            "expropriation.settlementHomes");

    private DrillSite() {}

    /** Every check of the pack, with the facts that it supplies. */
    public static Map<String, String> checks() {
        return CHECKS;
    }

    /** The host on this folder, by the machine's clock. */
    static HousingHost start(Path folder, int delayMillis) {
        return builder(folder, CHECKS, delayMillis).start();
    }

    /** The host on this folder, by this clock. */
    static HousingHost start(Path folder, Clock clock, int delayMillis) {
        return builder(folder, CHECKS, delayMillis).clock(clock).start();
    }

    /** The host on this folder; it asks this office about registers. */
    static HousingHost start(Path folder, FakeOffice police, Clock clock, int delayMillis) {
        return builder(folder, police, clock, delayMillis).start();
    }

    /** The same, to which the commands of this folder can speak. */
    static HousingHost reachable(Path folder, FakeOffice police, Clock clock, int delayMillis) throws IOException {
        HousingHost host = builder(folder, police, clock, delayMillis).http(0).start();
        Files.writeString(
                new DataFolder(folder).address(), host.address().orElseThrow().toString());
        return host;
    }

    private static HostBuilder builder(Path folder, FakeOffice police, Clock clock, int delayMillis) {
        Map<String, String> simulated = new HashMap<>(CHECKS);
        simulated.remove(POLICE);
        return builder(folder, simulated, delayMillis)
                .configure(HTTP + "~" + POLICE, police.configuration())
                .clock(clock);
    }

    private static HostBuilder builder(Path folder, Map<String, String> simulated, int delayMillis) {
        HostBuilder builder =
                HousingHost.in(folder).pack("pinghu").trustUnsigned().patience(Duration.ofSeconds(60));
        simulated.forEach((check, facts) -> builder.configure(
                SIMULATED + "~" + check,
                Map.of("check", check, "supplies", facts.split(" "), "seed", 7L, "delayMillis", delayMillis)));
        return builder;
    }

    /** Its receipt; empty when one of its invented members happens to be in another household. */
    public static Optional<Receipt> submitted(HousingHost host, ApprovalService approvals, String json, String key) {
        try {
            return Optional.of(approvals.submit(host.readSubmission(json), key));
        } catch (HousingException e) {
            if (e.code() == ErrorCode.MEMBER_CLAIMED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The household of a seed and a number, as it is handed in now. */
    public static Submission household(HousingHost host, ApprovalService approvals, long seed, int index) {
        return new HouseholdGenerator(approvals.form())
                .next(
                        index,
                        Draws.of(seed, "household", index),
                        host.clock().instant().minusSeconds(60),
                        Flaw.NONE,
                        Optional.empty());
    }
}

package org.onevisit.housing.host.drill;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HostBuilder;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.demo.people.Draws;
import org.onevisit.housing.host.demo.people.Flaw;
import org.onevisit.housing.host.demo.people.HouseholdGenerator;
import org.onevisit.housing.host.demo.people.Submission;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.view.Receipt;

/** A host of Pinghu under real threads and a real clock, whose agencies take a moment to answer. */
final class DrillSite {
    static final String SIMULATED = "org.onevisit.housing.agency.simulated";
    static final Actor CLERK =
            Actor.officer("clerk-1", Role.WINDOW_CLERK, Division.of("330482"), HouseholdGenerator.CITYWIDE);
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

    private DrillSite() {}

    /** The host on this folder. */
    static HousingHost start(Path folder, int delayMillis) {
        HostBuilder builder = HousingHost.in(folder).pack("pinghu").patience(Duration.ofSeconds(60));
        CHECKS.forEach((check, facts) -> builder.configure(
                SIMULATED + "~" + check,
                Map.of("check", check, "supplies", facts.split(" "), "seed", 7L, "delayMillis", delayMillis)));
        return builder.start();
    }

    /** Its receipt; empty when one of its invented members happens to be in another household. */
    static Optional<Receipt> submitted(HousingHost host, ApprovalService approvals, String json, String key) {
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
    static Submission household(ApprovalService approvals, long seed, int index) {
        return new HouseholdGenerator(approvals.form())
                .next(
                        index,
                        Draws.of(seed, "household", index),
                        Clock.systemUTC().instant().minusSeconds(60),
                        Flaw.NONE,
                        Optional.empty());
    }
}

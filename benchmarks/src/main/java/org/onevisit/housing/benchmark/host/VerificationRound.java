package org.onevisit.housing.benchmark.host;

import com.google.common.base.Stopwatch;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.onevisit.housing.benchmark.report.Figure;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.host.HostBuilder;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.demo.people.Draws;
import org.onevisit.housing.host.demo.people.Flaw;
import org.onevisit.housing.host.demo.people.HouseholdGenerator;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.view.JournalEntry;

/**
 * How long an application is in verification when nine agencies take 200 ms each over real HTTP: from the clerk's acceptance until
 * the journal says that all checks are settled. The store is the embedded one and survives a power cut.
 */
public final class VerificationRound {
    private static final int WARM_UP = 20;
    private static final long SEED = 7;
    private static final Duration ANSWER = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FIELDS = "NAME RESIDENT_ID";
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
    private final Clock clock;
    private final BlockingQueue<ApplicationNumber> settled = new ArrayBlockingQueue<>(1);

    /** By this clock. */
    public VerificationRound(Clock clock) {
        this.clock = clock;
    }

    /** Takes so many applications through, one after another. */
    public Figure measure(int times) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("housing-round");
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
        try (WaitingAgency agency = new WaitingAgency(ANSWER, today);
                HousingHost host = host(data, agency).start()) {
            host.follow("benchmark", this::told);
            List<Duration> rounds = rounds(host, WARM_UP + times);
            return new Figure(
                    "nine answers of 200 ms each: acceptance to all checks settled",
                    Duration.ofMillis(300),
                    rounds.subList(WARM_UP, rounds.size()));
        } finally {
            MoreFiles.deleteRecursively(data, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }

    private HostBuilder host(Path data, WaitingAgency agency) {
        HostBuilder builder = HousingHost.in(data).pack("pinghu").clock(clock);
        CHECKS.forEach((check, supplies) -> builder.configure(
                "org.onevisit.housing.agency.http~" + check,
                Map.of(
                        "check", check,
                        "url", agency.url(check),
                        "supplies", supplies.split(" "),
                        "needs", FIELDS.split(" "))));
        return builder;
    }

    private List<Duration> rounds(HousingHost host, int times) throws InterruptedException {
        Division county = Division.of("330482");
        ApprovalService clerk = host.approvalsFor(Actor.officer(HouseholdGenerator.CLERK, Role.WINDOW_CLERK, county));
        HouseholdGenerator households = new HouseholdGenerator(clerk.form());
        List<Duration> rounds = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Draws draws = Draws.of(SEED, "household", i);
            var household = households.next(i, draws, clock.instant(), Flaw.NONE, Optional.empty());
            ApplicationNumber number = clerk.submit(household.whole(), "").number();
            Stopwatch watch = Stopwatch.createStarted();
            clerk.accept(number);
            ApplicationNumber done = settled.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (!number.equals(done)) {
                throw new IllegalStateException("application %s is not verified after %s".formatted(number, PATIENCE));
            }
            rounds.add(watch.elapsed());
        }
        return rounds;
    }

    private void told(JournalEntry entry) {
        if (entry.type().equals("CHECKS_SETTLED") && !settled.offer(entry.number())) {
            throw new IllegalStateException("two rounds at once");
        }
    }
}

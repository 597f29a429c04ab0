package org.onevisit.housing.host.demo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.host.Durability;
import org.onevisit.housing.host.HostBuilder;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.MovableClock;
import org.onevisit.housing.host.demo.people.HouseholdGenerator;
import org.onevisit.housing.host.demo.run.Settings;
import org.onevisit.housing.host.demo.run.Simulation;
import org.onevisit.housing.host.demo.run.Tempo;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/**
 * A ledger that real hosts have written: the demo's households, a checkpoint a day; the first host chains by SHA-256, the second one,
 * after a restart on the same folder, by SM3.
 */
public final class DemoLedger {
    private final Path folder;
    private final MovableClock clock =
            new MovableClock(Clock.fixed(Settings.begins().toInstant(), WorkCalendar.ZONE), Duration.ZERO);
    private HousingHost host;

    private DemoLedger(Path folder) {
        this.folder = folder;
        host = open("SHA-256");
    }

    /** Writes it into a data folder and closes it. */
    public static void in(Path folder, int households, int months) {
        DemoLedger ledger = new DemoLedger(folder);
        Settings settings = new Settings("pinghu", households, 7, months, Tempo.PROMPT);
        LocalDate middle = Settings.FIRST_DAY.plusMonths(months).minusDays(20L * months);
        try {
            new Simulation(settings, ledger.engine(), ledger.clock).run(day -> {
                if (day.equals(middle)) {
                    ledger.changeChain();
                }
            });
        } finally {
            ledger.host.close();
        }
    }

    /** Writes one in a JVM of its own, {@code folder households months}. */
    public static void main(String[] args) {
        in(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    }

    private void changeChain() {
        host.close();
        host = open("SM3");
    }

    private HousingHost open(String chain) {
        HostBuilder builder = HousingHost.in(folder)
                .pack("pinghu")
                .clock(clock)
                .singleThread()
                .seed(7)
                .durability(Durability.OFF)
                .configure(
                        "org.onevisit.housing.core",
                        Map.of("chain", chain, "checkpointMinutes", 1440L, "decisionsStopAfterHours", 72L))
                .configure("org.onevisit.housing.publicity.web", Map.of())
                .configure(
                        "org.onevisit.housing.intake.window~" + HouseholdGenerator.CITYWIDE,
                        Map.of("window", HouseholdGenerator.CITYWIDE, "text", "综合受理窗口"));
        SimulatedAgency.ALL.forEach(agency -> builder.configure(agency.pid(), agency.configuration(7, Tempo.PROMPT)));
        return builder.start();
    }

    /** The engine of whichever host runs. */
    private HousingEngine engine() {
        return (HousingEngine) Proxy.newProxyInstance(
                HousingEngine.class.getClassLoader(),
                new Class<?>[] {HousingEngine.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(host.engine(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

package org.onevisit.housing.host.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.onevisit.housing.host.Durability;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.MovableClock;
import org.onevisit.housing.host.demo.report.Inspection;
import org.onevisit.housing.host.demo.report.Report;
import org.onevisit.housing.host.demo.run.Doors;
import org.onevisit.housing.host.demo.run.Settings;
import org.onevisit.housing.host.demo.run.Simulation;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/** One demo: runs, closes the store, opens it again and looks at what is there. */
public final class Demo {
    private final Settings settings;
    private final Durability durability;

    /** A demo, on a store of this durability. */
    public Demo(Settings settings, Durability durability) {
        this.settings = settings;
        this.durability = durability;
    }

    /** Runs it; {@code ticker} is told of each virtual day that is over. */
    public Report run(Consumer<LocalDate> ticker) {
        Clock still = Clock.fixed(Settings.begins().toInstant(), WorkCalendar.ZONE);
        MovableClock clock = new MovableClock(still, Duration.ZERO);
        try (DemoSite site = new DemoSite(settings, durability)) {
            Simulation.Result result;
            try (HousingHost host = site.open(clock)) {
                result = new Simulation(settings, host.engine(), clock).run(ticker);
            }
            try (HousingHost host = site.open(clock)) {
                Doors doors = new Doors(host.engine(), clock);
                return new Report(settings, result, new Inspection(host.engine(), doors, result.courses()).look());
            }
        }
    }
}

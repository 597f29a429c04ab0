package org.onevisit.housing.host.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.onevisit.housing.model.ApplicationNumber;

/** Faults of a county's calendar: its days are read once into a value, so nobody who counts waits for it. */
final class CalendarFaults extends PluginColumn {
    private static final String NAME = "test.faulty-calendar";
    private static final int AGENCIES = 8;

    CalendarFaults(FaultHost site) {
        super(site, "calendar", NAME, FaultyCalendar.class);
    }

    /** When it ends, by the calendar in force. */
    private LocalDate ends(ApplicationNumber number) {
        return site().clerk().clock(number).caseEnds().orElseThrow().day();
    }

    private ApplicationNumber answered() {
        ApplicationNumber number = site().accepted();
        site().until(() -> site().findings(number, FaultHost.SIMULATED) == AGENCIES);
        return number;
    }

    @Override
    String served() {
        ApplicationNumber hit = answered();
        assertThat(ends(hit)).isAfter(site().host().today());
        return "is counted, goes on";
    }

    @Override
    Cell called(Fault fault) {
        if (fault == Fault.LEAKS_THREADS || fault == Fault.UNREGISTERS_IN_A_CALL) {
            on(fault);
            site().later();
            site().untilDue(() -> !site().ear().forms(NAME).isEmpty());
            String said = said();
            site().off();
            String served = served();
            replace();
            return new Cell(said, served, "8 of 8 simulated agencies answered");
        }
        ApplicationNumber before = answered();
        LocalDate due = ends(before);
        on(fault);
        replace();
        List<String> missing = site().host().missing();
        assertThat(missing).anyMatch(line -> line.contains(NAME));
        ApplicationNumber hit = answered();
        assertThat(ends(hit)).isEqualTo(due);
        String said = said();
        site().off();
        site().untilDue(() -> {
            site().later(java.time.Duration.ofMinutes(2));
            return site().host().missing().isEmpty();
        });
        return new Cell(
                said + "; missing: " + String.join("; ", missing).replaceAll("1\\.0\\.\\d+", "…"),
                "is counted by the days that were in force before, goes on; by the new ones when the fault was gone",
                "8 of 8 simulated agencies answered");
    }
}

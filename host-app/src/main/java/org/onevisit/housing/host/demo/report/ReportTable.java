package org.onevisit.housing.host.demo.report;

import java.io.PrintWriter;
import java.util.Locale;
import org.onevisit.housing.host.demo.run.Outcome;
import org.onevisit.housing.host.demo.run.Settings;

/** Prints a report for people. Every figure stands beside its unit. */
public final class ReportTable {
    private final PrintWriter out;

    /** Prints to {@code out}. */
    public ReportTable(PrintWriter out) {
        this.out = out;
    }

    /** Prints it. */
    public void print(Report report) {
        Settings settings = report.settings();
        line(
                "county %s, agencies %s, seed %d, from %s to %s (virtual)",
                settings.county(),
                settings.tempo().name().toLowerCase(Locale.ROOT),
                settings.seed(),
                Settings.FIRST_DAY,
                settings.end().minusDays(1));
        outcomes(report);
        times(report);
        parties(report);
        line("");
        line("lost receipts       %d", report.lost());
        line("reviewed awards     %d", report.reviewed());
        line("over %d working days %d %s", report.limit(), report.overLimit(), late(report));
        line("journal hash        %s", report.journalHash());
        out.flush();
    }

    private void outcomes(Report report) {
        line("");
        line("%-24s %10s", "OUTCOME", "households");
        for (Outcome outcome : Outcome.values()) {
            line("%-24s %10d", label(outcome), report.count(outcome));
        }
        line("%-24s %10d", "total", report.settings().households());
    }

    private void times(Report report) {
        line("");
        line("%-30s %-24s   %-24s", "DECIDED", "working days", "calendar days");
        line("%-30s %7s %7s %7s    %7s %7s %7s", "", "median", "90 %", "max", "median", "90 %", "max");
        report.byStage().forEach((stage, days) -> spread(stage.name(), days));
        spread("case, and from receipt", report.days());
    }

    private void spread(String what, Days days) {
        Spread working = days.workingDays();
        Spread calendar = days.calendarDays();
        line(
                "%-30s %7d %7d %7d    %7d %7d %7d",
                what,
                working.median(),
                working.p90(),
                working.max(),
                calendar.median(),
                calendar.p90(),
                calendar.max());
    }

    private void parties(Report report) {
        line("");
        line("%-30s %12s %14s %14s", "DAYS BY PARTY", "applications", "working days", "calendar days");
        report.byParty()
                .forEach((party, held) -> line(
                        "%-30s %12d %14d %14d", party, held.applications(), held.workingDays(), held.calendarDays()));
    }

    private static String late(Report report) {
        return report.lateParties().isEmpty() ? "" : "held longest by " + report.lateParties();
    }

    private static String label(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void line(String format, Object... values) {
        out.println(format.formatted(values));
    }
}

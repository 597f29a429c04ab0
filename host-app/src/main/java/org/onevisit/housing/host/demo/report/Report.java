package org.onevisit.housing.host.demo.report;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onevisit.housing.host.demo.report.Inspection.Found;
import org.onevisit.housing.host.demo.run.Outcome;
import org.onevisit.housing.host.demo.run.Settings;
import org.onevisit.housing.host.demo.run.Simulation;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.view.ClockView;

/** What a run came to. Equal seeds give equal reports: nothing in it depends on the machine. */
public final class Report {
    private final Settings settings;
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final Found found;
    private final List<Clocked> decided;
    private final List<String> violations;

    /** Counts what a run came to. */
    public Report(Settings settings, Simulation.Result result, Found found) {
        this.settings = settings;
        this.found = found;
        this.decided = found.clocked().stream().filter(Clocked::isDecided).toList();
        this.violations = new Checks(settings).violations(result, found);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, 0);
        }
        result.courses().forEach(course -> course.outcome().ifPresent(o -> outcomes.merge(o, 1, Integer::sum)));
    }

    /** Does everything hold that must? */
    public boolean holds() {
        return violations.isEmpty();
    }

    /** What does not hold. */
    public List<String> violations() {
        return violations;
    }

    /** How many households came to this outcome. */
    public int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** How many applications took longer than the case may. */
    public int overLimit() {
        return (int)
                found.clocked().stream().filter(c -> c.exceeds(found.limit())).count();
    }

    /** Who is late, and with how many applications. */
    public Map<String, Integer> lateParties() {
        Map<String, Integer> parties = new TreeMap<>();
        found.clocked().stream()
                .filter(c -> c.exceeds(found.limit()))
                .forEach(c -> parties.merge(c.lateParty().orElse("?"), 1, Integer::sum));
        return parties;
    }

    /** Awards that were reviewed at their anniversary. */
    public int reviewed() {
        return (int) found.awards().stream().filter(Inspection::isReviewed).count();
    }

    /** How long the decided ones took: the case in working days, from receipt in calendar days. */
    public Days days() {
        return Days.of(decided, c -> c.clock().workingDays(), c -> c.clock().calendarDays());
    }

    /** The same by stage. */
    public Map<Stage, Days> byStage() {
        Map<Stage, Days> stages = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            List<ClockView.StageDays> spent = decided.stream()
                    .flatMap(c -> c.clock().stages().stream())
                    .filter(s -> s.stage() == stage)
                    .toList();
            stages.put(stage, Days.of(spent, ClockView.StageDays::workingDays, ClockView.StageDays::calendarDays));
        }
        return stages;
    }

    /** Days by the party that owned them, over all applications. */
    public Map<String, Party> byParty() {
        return Party.of(found.clocked());
    }

    /** See {@link JournalHash}. */
    public String journalHash() {
        return found.journalHash();
    }

    /** What it was asked to be. */
    public Settings settings() {
        return settings;
    }

    /** Working days that a case may take. */
    public int limit() {
        return found.limit();
    }

    /** Acknowledged receipts that are not to be found again. */
    public int lost() {
        return found.lost().size();
    }

    /** The report as one JSON object, in a fixed order. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("county", settings.county());
        json.put("agencies", settings.tempo().name().toLowerCase(java.util.Locale.ROOT));
        json.put("seed", settings.seed());
        json.put("months", settings.months());
        json.put("households", settings.households());
        outcomes.forEach((outcome, count) -> json.put(name(outcome), count));
        json.put("lost", lost());
        json.put("reviewed", reviewed());
        json.put("overLimit", overLimit());
        json.put("lateParties", lateParties());
        json.put("journalHash", journalHash());
        json.put("workingDays", days().workingDays());
        json.put("calendarDays", days().calendarDays());
        json.put("byStage", byStage());
        json.put("byParty", byParty());
        json.put("violations", violations);
        return json;
    }

    private static String name(Outcome outcome) {
        return com.google.common.base.CaseFormat.UPPER_UNDERSCORE.to(
                com.google.common.base.CaseFormat.LOWER_CAMEL, outcome.name());
    }
}

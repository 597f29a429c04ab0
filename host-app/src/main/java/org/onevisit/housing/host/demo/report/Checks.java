package org.onevisit.housing.host.demo.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.onevisit.housing.host.demo.report.Inspection.Found;
import org.onevisit.housing.host.demo.run.Course;
import org.onevisit.housing.host.demo.run.OfficeDays;
import org.onevisit.housing.host.demo.run.Settings;
import org.onevisit.housing.host.demo.run.Simulation;
import org.onevisit.housing.host.demo.run.Tempo;
import org.onevisit.housing.view.AwardView;

/** What must hold after a run; each line is a violation. */
public final class Checks {
    private static final int REVIEWED_WITHIN = 30;
    private final Settings settings;
    private final OfficeDays calendar = new OfficeDays();
    private final List<String> violations = new ArrayList<>();

    /** Checks for a run with these settings. */
    public Checks(Settings settings) {
        this.settings = settings;
    }

    /** Everything that does not hold; empty when all is well. */
    public List<String> violations(Simulation.Result result, Found found) {
        result.refusals().forEach(r -> violations.add("refused unexpectedly: " + r.course() + ": " + r.message()));
        if (result.courses().size() != settings.households()) {
            violations.add("%d households came, %d were expected"
                    .formatted(result.courses().size(), settings.households()));
        }
        result.courses().stream()
                .filter(course -> course.outcome().isEmpty())
                .map(Course::toString)
                .forEach(course -> violations.add("without an outcome: " + course));
        found.lost().forEach(number -> violations.add("lost: " + number));
        found.clocked().forEach(c -> c.daysThatDoNotAdd(calendar).ifPresent(violations::add));
        found.clocked().stream().filter(c -> c.exceeds(found.limit())).forEach(this::late);
        found.awards().forEach(this::reviewed);
        return List.copyOf(violations);
    }

    private void late(Clocked clocked) {
        if (settings.tempo() == Tempo.PROMPT) {
            violations.add("%s took %d working days although everybody is prompt"
                    .formatted(clocked.number(), clocked.clock().workingDays()));
        }
        if (clocked.lateParty().isEmpty()) {
            violations.add(clocked.number() + " is late, and no party is named");
        }
    }

    private void reviewed(AwardView award) {
        LocalDate anniversary = Inspection.anniversary(award);
        boolean due = calendar.workingDaysBetween(anniversary, settings.end()) >= REVIEWED_WITHIN;
        if (due && !Inspection.isReviewed(award) && award.state() != AwardView.State.ENDED) {
            violations.add("%s: the review of %s is missing".formatted(award.number(), anniversary));
        }
    }
}

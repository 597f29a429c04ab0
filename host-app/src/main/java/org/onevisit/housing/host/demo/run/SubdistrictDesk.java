package org.onevisit.housing.host.demo.run;

import java.util.Set;
import java.util.TreeSet;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.explanation.FactUsed;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.policy.ProcessRules.CheckRule;
import org.onevisit.housing.spi.policy.ProcessRules.Silence;
import org.onevisit.housing.view.ApplicationView;

/** Officers of the subdistricts. Where a gap would bind the panel they have it asked again, and then write a letter. */
final class SubdistrictDesk {
    private static final int RECHECKS = 2;
    private final Doors doors;
    private final Agenda agenda;
    private final AgencyDesk agencies;

    SubdistrictDesk(Doors doors, Agenda agenda, AgencyDesk agencies) {
        this.doors = doors;
        this.agenda = agenda;
        this.agencies = agencies;
    }

    /** An officer looks at it, and speaks. */
    void speak(Course course) {
        ApprovalService officer = doors.reviewer(course.routedTo(), course.tally().opinions + 1);
        if (course.script().offices().rechecks() && course.tally().rechecks == 0) {
            recheck(course, officer, Set.of(anyCheck(course)));
            return;
        }
        Set<String> gaps = gaps(course, officer);
        if (!gaps.isEmpty() && course.tally().rechecks < RECHECKS) {
            recheck(course, officer, gaps);
        } else if (!gaps.isEmpty() && course.tally().letters == 0) {
            course.tally().letters++;
            gaps.forEach(check -> agenda.in(1, Desk.AGENCY, course, c -> agencies.answerLetter(c, check)));
            agenda.in(2, Desk.SUBDISTRICT, course, this::speak);
        } else {
            opine(course, officer);
        }
    }

    private void opine(Course course, ApprovalService officer) {
        boolean opposes = course.script().offices().opposes() && course.tally().returns == 0;
        Command opinion = opposes ? new Command.Oppose("模拟：入户情况与申报不一致") : new Command.Endorse("模拟：情况属实");
        course.tally().opinions++;
        ApplicationView after = officer.perform(course.number(), opinion);
        if (after.step() == Step.REVIEWING) {
            agenda.in(1, Desk.SUBDISTRICT, course, this::speak);
        }
    }

    private void recheck(Course course, ApprovalService officer, Set<String> checks) {
        course.tally().rechecks++;
        officer.perform(course.number(), new Command.Recheck(checks, "模拟：请重新核查"));
    }

    private String anyCheck(Course course) {
        return doors.form()
                .checks()
                .get(course.index() % doors.form().checks().size())
                .check();
    }

    /** Checks whose gaps the panel may not pass over. */
    private Set<String> gaps(Course course, ApprovalService officer) {
        Set<String> gaps = new TreeSet<>();
        if (officer.find(course.number()).verdict() != Met.UNKNOWN) {
            return gaps;
        }
        for (FactUsed fact : officer.evidence(course.number()).facts()) {
            for (CheckRule check : doors.form().checks()) {
                if (fact.gap().isPresent() && check.silence() != Silence.FLAG && supplies(check, fact.fact())) {
                    gaps.add(check.check());
                }
            }
        }
        return gaps;
    }

    private static boolean supplies(CheckRule check, String fact) {
        return check.supplies().stream().map(FactKey::name).anyMatch(fact::equals);
    }
}

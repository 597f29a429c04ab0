package org.onevisit.housing.host.demo.run;

import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.Command.Vote.Choice;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.policy.ProcessRules.PanelRule.Seat;
import org.onevisit.housing.view.ApplicationView;
import org.onevisit.housing.view.NoticeView;

/** The joint review panel meets; its chair rules on objections. */
final class PanelDesk {
    private static final int RETURNS = 3;
    private final Doors doors;

    PanelDesk(Doors doors) {
        this.doors = doors;
    }

    /** Every seat votes. What cannot be decided goes back to the subdistrict, but not for ever. */
    void meet(Course course) {
        if (course.tally().returns > RETURNS) {
            return;
        }
        ApplicationNumber number = course.number();
        Seat first = doors.form().seats().get(0);
        Choice choice = choice(course, doors.member(first.code()).find(number));
        for (Seat seat : doors.form().seats()) {
            ApplicationView after = vote(number, seat, choice);
            course.posted(after.notice().map(NoticeView::item));
            if (after.step() == Step.REVIEWING) {
                course.tally().returns++;
            }
            if (after.step() != Step.VOTING) {
                return;
            }
        }
    }

    private static Choice choice(Course course, ApplicationView view) {
        if (course.tally().upheld || view.verdict() == Met.NOT_MET) {
            return Choice.REFUSE;
        }
        return course.script().offices().returns() && course.tally().returns == 0 ? Choice.RETURN : Choice.APPROVE;
    }

    private ApplicationView vote(ApplicationNumber number, Seat seat, Choice choice) {
        try {
            return doors.member(seat.code()).perform(number, new Command.Vote(choice, "模拟：联审意见"));
        } catch (HousingException e) {
            if (e.code() != ErrorCode.PANEL_BOUND) {
                throw e;
            }
            return doors.member(seat.code()).perform(number, new Command.Vote(Choice.RETURN, "模拟：条件无法判断"));
        }
    }

    /** The chair rules on the objection. */
    void rule(Course course) {
        String objection = course.objection().orElseThrow();
        boolean upheld =
                course.script().life().objection().map(Script.Objection::upheld).orElse(false);
        course.tally().upheld = upheld;
        doors.chair()
                .perform(
                        course.number(),
                        upheld
                                ? new Command.UpholdObjection(objection, "模拟：经核实异议成立")
                                : new Command.DismissObjection(objection, "模拟：经核实异议不成立"));
    }
}

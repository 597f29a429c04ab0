package org.onevisit.housing.host.demo.run;

import java.util.Optional;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.Command.Discontinue.Cause;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.NoticeView;

/** Supervisors and neighbours. */
final class Others {
    private final Doors doors;

    Others(Doors doors) {
        this.doors = doors;
    }

    /** The supervisor discontinues it: the applicant has died. */
    void discontinue(Course course) {
        if (course.isOpen()) {
            doors.supervisor().perform(course.number(), new Command.Discontinue(Cause.DEATH, "模拟：申请人死亡"));
        }
    }

    /** The supervisor extends the limit, which is nearly over. */
    void extend(Course course) {
        if (course.isOpen() && !course.is(Step.RECEIVED) && !course.is(Step.MAKING_GOOD)) {
            doors.supervisor().perform(course.number(), new Command.Extend("模拟：案情复杂"));
        }
    }

    /** A neighbour objects to the notice. */
    void object(Course course) {
        Optional<String> item = course.item()
                .or(() -> doors.clerk().find(course.number()).notice().map(NoticeView::item));
        course.tally().objections++;
        course.objected(doors.street().object(item.orElseThrow(), "测试邻居", "13800000000", "模拟：该户另有住房"));
    }
}

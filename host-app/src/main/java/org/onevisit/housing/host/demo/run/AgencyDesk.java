package org.onevisit.housing.host.demo.run;

import java.util.Optional;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.policy.ProcessRules.CheckRule;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.view.ApplicationView;
import org.onevisit.housing.view.SlotView;

/** Officers of agencies who answer by hand: late, on request of a reviewer, or once more and differently. */
final class AgencyDesk {
    private final Doors doors;

    AgencyDesk(Doors doors) {
        this.doors = doors;
    }

    /** An agency says something else than it said before. */
    void contradict(Course course) {
        if (course.isOpen() && !course.is(Step.RECEIVED) && !course.is(Step.MAKING_GOOD)) {
            answer(course, SlotView.Status.ANSWERED, "", true);
        }
    }

    /** An agency that was silent answers after all, for some to the household's loss. */
    void answerLate(Course course) {
        if (!course.is(Step.CHECKING)) {
            answer(course, SlotView.Status.OVERDUE, "", course.index() % 2 == 0);
        }
    }

    /** A check is answered on a reviewer's letter. */
    void answerLetter(Course course, String check) {
        answer(course, SlotView.Status.OVERDUE, check, false);
    }

    private void answer(Course course, SlotView.Status wanted, String check, boolean harmful) {
        ApplicationView view = doors.clerk().find(course.number());
        Optional<SlotView> slot = view.slots().stream()
                .filter(s -> s.status() == wanted && s.inquiry().isPresent())
                .filter(s -> check.isEmpty() || s.check().equals(check))
                .findFirst();
        slot.ifPresent(s -> {
            Finding finding = InventedAnswers.finding(
                    rule(s.check()), view.application().household().members(), doors.today(), harmful);
            doors.officer(s.agency()).answer(s.inquiry().orElseThrow(), finding);
        });
    }

    private CheckRule rule(String check) {
        return doors.form().checks().stream()
                .filter(rule -> rule.check().equals(check))
                .findFirst()
                .orElseThrow();
    }
}

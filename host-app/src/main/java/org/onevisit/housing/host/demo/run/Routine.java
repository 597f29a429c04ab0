package org.onevisit.housing.host.demo.run;

import java.time.LocalDate;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.view.JournalEntry;

/** Who does what next: follows the journal, and puts it on the agenda as the script of the household says. */
final class Routine {
    private static final int EXTEND_AFTER = 37;
    private static final int SIGNS_AFTER = 2;
    private static final int ANSWERS_AFTER = 3;
    private static final int FILES_LATE_AFTER = 15;
    private final Agenda agenda;
    private final WindowDesk window;
    private final AgencyDesk agencies;
    private final SubdistrictDesk subdistrict;
    private final PanelDesk panel;
    private final Others others;

    Routine(Doors doors, Agenda agenda) {
        this.agenda = agenda;
        this.window = new WindowDesk(doors, agenda);
        this.agencies = new AgencyDesk(doors);
        this.subdistrict = new SubdistrictDesk(doors, agenda, agencies);
        this.panel = new PanelDesk(doors);
        this.others = new Others(doors);
    }

    /** A household comes to the counter. */
    void arrive(Course course) {
        window.arrive(course);
        if (course.receipt().isEmpty()) {
            return;
        }
        Script.Twist twist = course.script().life().twist();
        switch (twist.kind()) {
            case NONE -> {}
            case WITHDRAW -> agenda.whenever(twist.after(), Desk.COUNTER, course, window::withdraw);
            case DEATH -> agenda.whenever(twist.after(), Desk.SUPERVISION, course, others::discontinue);
            case PAUSE -> agenda.whenever(twist.after(), Desk.WINDOW, course, window::pause);
            case AMEND -> agenda.whenever(twist.after(), Desk.WINDOW, course, window::amend);
            case CONTRADICT -> agenda.whenever(twist.after(), Desk.AGENCY, course, agencies::contradict);
        }
    }

    /** Something was journalled. */
    void follow(Course course, JournalEntry entry) {
        switch (entry.type()) {
            case "PAUSED" -> course.paused(true);
            case "RESUMED", "PAUSE_LIMIT_REACHED" -> course.paused(false);
            case "SLOT_OVERDUE" -> planLateAnswer(course);
            case "REVIEW_DUE" ->
                course.script()
                        .life()
                        .filesAfter()
                        .ifPresent(days -> agenda.whenever(days, Desk.PUBLIC, course, window::fileReview));
            case "REVIEW_NOT_FILED" -> agenda.whenever(FILES_LATE_AFTER, Desk.PUBLIC, course, window::fileReview);
            default -> {}
        }
        Step step = Step.valueOf(entry.step());
        if (!course.is(step)) {
            course.enter(step, LocalDate.ofInstant(entry.at(), WorkCalendar.ZONE));
            entered(course, step);
        }
        if (entry.type().equals("DEEMED_ACCEPTED")
                && !course.arrival().submission().missingSignatures().isEmpty()) {
            agenda.in(SIGNS_AFTER, Desk.COUNTER, course, window::authorise);
        }
    }

    private void entered(Course course, Step step) {
        Script script = course.script();
        switch (step) {
            case RECEIVED -> agenda.in(script.window().days(), Desk.WINDOW, course, window::look);
            case MAKING_GOOD ->
                script.window()
                        .makesGoodAfter()
                        .ifPresent(days -> agenda.in(days, Desk.COUNTER, course, window::makeGood));
            case CHECKING -> planExtension(course);
            case REVIEWING -> {
                course.tally().opinions = 0;
                agenda.in(script.offices().reviewDays(), Desk.SUBDISTRICT, course, subdistrict::speak);
            }
            case VOTING -> agenda.in(script.offices().panelDays(), Desk.PANEL, course, panel::meet);
            case NOTICE_OPEN -> planObjection(course);
            case OBJECTED ->
                script.life().objection().ifPresent(o -> agenda.in(o.chairDays(), Desk.PANEL, course, panel::rule));
            case REFUSED -> planReconsideration(course);
            default -> {}
        }
    }

    /** A third of the silent agencies answer after all. */
    private void planLateAnswer(Course course) {
        if (course.index() % 3 == 0) {
            agenda.whenever(ANSWERS_AFTER, Desk.AGENCY, course, agencies::answerLate);
        }
    }

    private void planExtension(Course course) {
        if (course.tally().plans++ == 0 && course.index() % 2 == 0) {
            agenda.whenever(EXTEND_AFTER, Desk.SUPERVISION, course, others::extend);
        }
    }

    private void planObjection(Course course) {
        if (course.tally().objections == 0) {
            course.script()
                    .life()
                    .objection()
                    .ifPresent(o -> agenda.in(o.after(), Desk.PUBLIC, course, others::object));
        }
    }

    private void planReconsideration(Course course) {
        if (course.tally().reconsiderations == 0) {
            course.script()
                    .life()
                    .reconsiderAfter()
                    .ifPresent(days -> agenda.in(days, Desk.COUNTER, course, window::reconsider));
        }
    }
}
